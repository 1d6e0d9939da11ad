package semblance.indexer.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import semblance.indexer.testing.FilesBelow;
import semblance.model.Embedding;
import semblance.model.ImageEncoder;
import semblance.model.RgbImage;
import semblance.model.starter.StarterModel;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// What decoding does to a photo shows in its embedding.
@PhotosTest
@SuppressWarnings("SystemOut") // the figures are what a reader of the log wants to see
class EmbeddingsOfPhotosTest {
    private static final int WHOLE = Integer.MAX_VALUE;

    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @Test
    void reducedPhotosEmbedAsWholeOnes() throws Exception {
        List<Path> photos = new ArrayList<>(FilesBelow.of(SharedFolder.require().resolve("photos/native")));
        photos.add(SharedFolder.require().resolve("golden/preprocess").resolve("phone-8mp.jpg"));
        // The photos above are small, and hardly one is reduced; these are larger, and intact.
        photos.addAll(FilesBelow.of(SharedFolder.require().resolve("odd/orient")));
        photos.addAll(FilesBelow.of(SharedFolder.require().resolve("odd/mde-jpg")));
        photos.addAll(FilesBelow.of(SharedFolder.require().resolve("odd/mde-raw")));
        photos.removeIf(photo -> !isJpeg(photo));
        List<String> apart = new ArrayList<>();
        double lowest = 1;
        int reduced = 0;
        try (ImageEncoder encoder = StarterModel.bundled(1).openImageEncoder()) {
            int enough = 2 * encoder.preprocessing().size();
            for (Path photo : photos) {
                byte[] content = Files.readAllBytes(photo);
                RgbImage whole = decoder.decode(content, WHOLE, WHOLE).image();
                RgbImage small = decoder.decode(content, enough, enough).image();
                assertThat(Math.min(small.width(), small.height())).as(photo.toString())
                        .isGreaterThanOrEqualTo(Math.min(enough, Math.min(whole.width(), whole.height())));
                double cosine = embedding(encoder, whole).cosine(embedding(encoder, small));
                if (small.width() < whole.width()) {
                    reduced++;
                    lowest = Math.min(lowest, cosine);
                }
                if (cosine < 0.995) {
                    apart.add(photo.getFileName() + " " + cosine);
                }
            }
        }
        System.out.printf("%d of %d photos reduced, lowest cosine %.5f%n", reduced, photos.size(), lowest);
        assertThat(apart).isEmpty();
        assertThat(reduced).isGreaterThan(20);
    }

    @Test
    void embeddingsAreThoseOfTheReference() throws Exception {
        Path starter = SharedFolder.require().resolve("starter");
        int compared = 0;
        try (ImageEncoder encoder = StarterModel.bundled(1).openImageEncoder()) {
            for (JsonNode image : new ObjectMapper().readTree(starter.resolve("golden.json").toFile()).path("images")) {
                String file = image.path("file").asText();
                if (!file.startsWith("photos/native/")) {
                    continue;
                }
                float[] expected = new float[image.path("embedding").size()];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = (float) image.path("embedding").path(i).asDouble();
                }
                byte[] content = Files.readAllBytes(starter.resolveSibling(file));
                double cosine = embedding(encoder, decoder.decode(content, WHOLE, WHOLE).image())
                        .cosine(Embedding.normalized(expected));
                System.out.printf("%s cosine %.6f%n", file, cosine);
                assertThat(cosine).as(file).isGreaterThanOrEqualTo(0.999);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static boolean isJpeg(Path photo) {
        try {
            return new ContentSniffer().sniff(Files.readAllBytes(photo)) == PhotoFormat.JPEG;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Embedding embedding(ImageEncoder encoder, RgbImage image) {
        return encoder.encode(List.of(encoder.preprocessing().crop(image))).getFirst();
    }
}
