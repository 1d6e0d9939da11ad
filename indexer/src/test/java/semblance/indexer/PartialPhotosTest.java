package semblance.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PathStanding.Indexed;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Photos of which a part is missing are found, and said to be damaged.
class PartialPhotosTest {
    private static final byte[] WHOLE = DrawnPhoto.encoded(1, 800, 600, "jpg");
    private static final byte[] PART = Arrays.copyOf(WHOLE, WHOLE.length / 2);
    private static final byte[] HEADER = Arrays.copyOf(WHOLE, 630);

    @TempDir
    Path temporary;

    @Test
    void theyAreIndexedAndCopiesOfThemToo() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        library.write("whole.jpg", WHOLE);
        Path part = library.write("part.jpg", PART);
        library.write("copy.jpg", PART);
        library.write("header.jpg", HEADER);

        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(3, 1, 0, 0, 0, 2));

        try (PhotoLibrary opened = library.open()) {
            assertThat(opened.indexing().failures()).extracting(failure -> failure.path().getFileName().toString(),
                    Failure::kind).containsExactly(tuple("copy.jpg", Failure.Kind.PARTIAL),
                            tuple("header.jpg", Failure.Kind.DAMAGED), tuple("part.jpg", Failure.Kind.PARTIAL));
            assertThat(opened.photos().inquire(part).fate())
                    .isInstanceOfSatisfying(Indexed.class, indexed -> assertThat(indexed.whole()).isFalse());
            assertThat(opened.indexing().retryFailures()).as("only what is not indexed").isEqualTo(1);
        }
    }

    @Test
    void aPhotoThatIsReplacedByAWholeOneIsDamagedNoMore() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        library.write("a.jpg", PART);
        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(1, 0, 0, 0, 0, 1));
        library.write("a.jpg", WHOLE);
        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(1, 0, 0, 0, 0, 0));
        try (PhotoLibrary opened = library.open()) {
            assertThat(opened.indexing().failures()).isEmpty();
        }
    }
}
