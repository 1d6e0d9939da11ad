package semblance.indexer.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.ImageEncoder;
import semblance.model.TextEncoder;
import semblance.model.starter.StarterModel;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;
import semblance.model.zeroshot.Candidate;
import semblance.model.zeroshot.LabelCache;
import semblance.model.zeroshot.LabelEncoder;
import semblance.model.zeroshot.ZeroShotClassifier;

import static org.assertj.core.api.Assertions.assertThat;

/// The labelled photos, classified with the names of their own kinds.
@PhotosTest
class ZeroShotOnPhotosTest {
    @TempDir
    Path temporary;

    private final DualEncoder model = StarterModel.bundled(2);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @Test
    @SuppressWarnings("SystemOut") // the figures are the record
    void theRightKindIsFirstOrAmongTheFirstFiveForMost() throws IOException, DecodeException {
        SharedFolder shared = SharedFolder.require();
        List<String[]> photos = Files.readAllLines(shared.resolve("photos/labelled.tsv")).stream()
                .map(line -> line.split("\t", 2)).toList();
        List<String> kinds = photos.stream().map(photo -> photo[1]).distinct().toList();
        int first = 0;
        int amongFive = 0;
        try (ImageEncoder images = model.openImageEncoder(); TextEncoder texts = model.openTextEncoder()) {
            List<Embedding> labels = new LabelEncoder(model, texts::encode, new LabelCache(temporary)).embed(kinds);
            ZeroShotClassifier classifier = new ZeroShotClassifier(model.scoring(),
                    labels.stream().map(label -> new Candidate(label, 1)).toList(), List.of());
            for (String[] photo : photos) {
                double[] probabilities = classifier
                        .probabilities(encode(images, shared.resolve("photos/labelled").resolve(photo[0])));
                double own = probabilities[kinds.indexOf(photo[1])];
                long better = IntStream.range(0, kinds.size()).filter(i -> probabilities[i] > own).count();
                first += better < 1 ? 1 : 0;
                amongFive += better < 5 ? 1 : 0;
            }
        }
        double top1 = (double) first / photos.size();
        double top5 = (double) amongFive / photos.size();
        System.out.printf(Locale.ROOT, "%d photos of %d kinds: top-1 %.3f, top-5 %.3f%n", photos.size(), kinds.size(),
                top1, top5);

        assertThat(top1).isGreaterThan(0.56);
        assertThat(top5).isGreaterThan(0.79);
    }

    private Embedding encode(ImageEncoder images, Path photo) throws IOException, DecodeException {
        int shortest = 2 * model.preprocessing().size();
        var decoded = decoder.decode(Files.readAllBytes(photo), shortest, shortest);
        return images.encode(List.of(model.preprocessing().crop(decoded.image()))).getFirst();
    }
}
