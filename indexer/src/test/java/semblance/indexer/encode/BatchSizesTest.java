package semblance.indexer.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.testing.CountingEncoder;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSizesTest {
    private static final int LARGEST = 8;

    @TempDir
    Path directory;

    private final CountingEncoder model = new CountingEncoder();

    private BatchSizes sizes() {
        return new BatchSizes(directory.resolve("cache").resolve("batches.properties"));
    }

    /// Until the size is known; each picture takes the same time, so that the smallest wins.
    private static BatchSize measured(BatchSize size) {
        for (int i = 0; i < 3 * BatchSize.ROUNDS; i++) {
            size.took(size.next(), 1000L * size.next());
        }
        return size;
    }

    /// Whether all sizes are tried.
    private static boolean isMeasuring(BatchSize size) {
        return Stream.generate(() -> {
            int next = size.next();
            size.took(next, next);
            return next;
        }).limit(3).anyMatch(next -> next == LARGEST);
    }

    @Test
    void whatWasMeasuredIsKnownNextTime() {
        assertThat(measured(sizes().of(model)).next()).isEqualTo(2);

        BatchSize next = sizes().of(model);

        assertThat(isMeasuring(next)).isFalse();
        assertThat(next.next()).isEqualTo(2);
    }

    @Test
    void anotherModelIsMeasuredOnItsOwn() {
        measured(sizes().of(model));
        CountingEncoder other = new CountingEncoder("-other");

        assertThat(isMeasuring(sizes().of(other))).isTrue();
        measured(sizes().of(other));

        assertThat(isMeasuring(sizes().of(model))).as("both are kept").isFalse();
    }

    @Test
    void anotherProviderIsMeasuredOnItsOwnAndMayHaveLargerBatches() {
        measured(sizes().of(model));
        CountingEncoder elsewhere = new CountingEncoder("", "cuda");

        BatchSize size = sizes().of(elsewhere);

        assertThat(size.next()).isEqualTo(4);
        assertThat(isMeasuring(sizes().of(model))).isFalse();
    }

    @Test
    void whatCannotBeReadIsMeasuredAgain() throws IOException {
        measured(sizes().of(model));
        Path file = directory.resolve("cache").resolve("batches.properties");
        for (String content : new String[]{"\\u00", "", Files.readString(file).replaceAll("=2", "=3")}) {
            Files.writeString(file, content);

            assertThat(isMeasuring(sizes().of(model))).as(content).isTrue();
        }
    }

    @Test
    void whatCannotBeWrittenIsUsedAllTheSame() throws IOException {
        Files.writeString(directory.resolve("cache"), "a file in the folder's place");

        assertThat(measured(sizes().of(model)).next()).isEqualTo(2);
    }

    @Test
    void aLibraryEncodesInBatchesOfTheKnownSize() throws IOException {
        TestLibrary library = new TestLibrary(directory, model);
        measured(new BatchSizes(library.location.cache().resolve("batches.properties")).of(model));
        for (int i = 0; i < 20; i++) {
            library.write("photo" + i + ".jpg", DrawnPhoto.jpeg(i));
        }

        try (PhotoLibrary opened = library.open()) {
            assertThat(TestLibrary.index(opened, library.photos).counts().indexed()).isEqualTo(20);
        }

        assertThat(model.largestBatch.get()).isBetween(1, 2);
    }
}
