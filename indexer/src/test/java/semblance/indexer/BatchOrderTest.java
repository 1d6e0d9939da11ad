package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Failure;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;
import semblance.model.Embedding;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Each vector belongs to its file, whatever fails beside it.
class BatchOrderTest {
    private static final int FILES = 60;

    @TempDir
    Path temporary;

    @Test
    void failuresInABatchShiftNothing() throws IOException, DecodeException {
        TestLibrary library = new TestLibrary(temporary);
        Random random = Seed.next("BatchOrderTest").random();
        Map<String, byte[]> good = new HashMap<>();
        List<String> damaged = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            byte[] png = DrawnPhoto.encoded(random.nextLong(), 200, 160, "png");
            String name = i + ".png";
            switch (random.nextInt(4)) {
                case 0 -> {
                    damaged.add(name);
                    library.write(name, Arrays.copyOf(png, 60));
                }
                case 1 -> {
                    refused.add(name);
                    library.encoder.refuse(crop(library, png));
                    library.write(name, png);
                }
                default -> {
                    good.put(name, png);
                    library.write(name, png);
                }
            }
        }

        IndexingReport report = library.index();

        assertThat(report.counts().indexed()).isEqualTo(good.size());
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder);
                ImageEncoder alone = library.encoder.openImageEncoder()) {
            assertThat(open.indexing().failures()).hasSize(damaged.size() + refused.size())
                    .allSatisfy(failure -> assertThat(failure.kind())
                            .isEqualTo(damaged.contains(failure.path().getFileName().toString())
                                    ? Failure.Kind.DAMAGED
                                    : Failure.Kind.NOT_ENCODED));
            for (Map.Entry<String, byte[]> photo : good.entrySet()) {
                Embedding expected = alone.encode(List.of(crop(library, photo.getValue()))).getFirst();
                long id = open.search().photoAt(library.photos.resolve(photo.getKey())).orElseThrow();
                var found = open.search().nearest(expected, FILES);
                assertThat(found).filteredOn(scored -> scored.photoId() == id).singleElement()
                        .satisfies(scored -> assertThat(scored.score()).as(photo.getKey()).isGreaterThan(0.9999f));
            }
        }
    }

    @Test
    void aPictureOfTheLibraryFindsItsLikesButNotItself() throws IOException, DecodeException {
        TestLibrary library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("a copy.jpg", DrawnPhoto.jpeg(1));
        library.write("other.jpg", DrawnPhoto.jpeg(50));
        library.index();
        library.encoder.runs.set(0);
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            var hits = open.search().similarTo(library.photos.resolve("a.jpg"),
                    new SearchOptions(10, Strictness.NORMAL)).hits();
            assertThat(hits).extracting(Hit::path).containsExactly(library.photos.resolve("a copy.jpg"),
                    library.photos.resolve("other.jpg"));
            assertThat(hits).extracting(Hit::rank).containsExactly(1, 2);
        }
        assertThat(library.encoder.runs).as("its stored embedding serves").hasValue(0);
        assertThat(Files.exists(library.location.thumbnails())).isTrue();
    }

    private static ImageCrop crop(TestLibrary library, byte[] picture) throws DecodeException {
        int side = 2 * library.encoder.preprocessing().size();
        return library.encoder.preprocessing()
                .crop(new PhotoDecoder(DecodeLimits.DEFAULT).decode(picture, side, 512).image());
    }
}
