package semblance.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Failure;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.CountingEncoder;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// What a library holds after folders have changed between runs.
class IndexingTest {
    /// So much of a file that there is nothing of the picture in it.
    private static final int HEADER = 60;

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void theLibraryIsWhole() {
        if (Files.exists(library.location.catalog())) {
            assertThat(library.complaints()).isEmpty();
        }
    }

    @Test
    void photosOfAllDepthsAreIndexedAndOtherFilesSkipped() throws IOException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("trips/Zürich é/b.png", DrawnPhoto.encoded(2, 200, 300, "png"));
        library.write("photo without an ending", DrawnPhoto.jpeg(3));
        library.write("lying.jpg", "no picture at all".getBytes(StandardCharsets.UTF_8));

        IndexingReport report = library.index();

        assertThat(library.ids()).containsOnlyKeys("a.jpg", "trips/Zürich é/b.png", "photo without an ending");
        assertThat(report.counts().indexed()).isEqualTo(3);
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(report.encoded()).isEqualTo(3);
    }

    @Test
    void aSecondRunEncodesNothingAndOpensNothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            library.write(i % 3 + "/" + i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.write("notes.txt", "words".getBytes(StandardCharsets.UTF_8));
        library.index();
        library.encoder.runs.set(0);

        IndexingReport second = library.index();

        assertThat(library.encoder.runs).hasValue(0);
        assertThat(second.encoded()).isZero();
        assertThat(second.counts().indexed()).isEqualTo(20);
        try (PhotoLibrary open = library.open()) {
            var run = open.indexing().start(open.folders().all());
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1));
            assertThat(run.progress().found()).as("files that had to be read").isZero();
        }
    }

    @Test
    void identicalFilesAreEncodedOnceAndFoundEach() throws IOException {
        for (int i = 0; i < 12; i++) {
            library.write("copy" + i + ".jpg", DrawnPhoto.jpeg(7));
        }

        IndexingReport report = library.index();

        assertThat(report.encoded()).isEqualTo(1);
        assertThat(library.ids().values()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void aChangedPhotoKeepsItsIdentityAndIsEncodedAgain() throws IOException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Map<String, Long> before = library.ids();

        library.write("a.jpg", DrawnPhoto.jpeg(100));
        IndexingReport report = library.index();

        assertThat(report.encoded()).isEqualTo(1);
        assertThat(library.ids()).isEqualTo(before);
        assertNearestIsItself("a.jpg", 100);
    }

    @Test
    void aTouchedPhotoIsNotEncodedAgain() throws IOException {
        Path file = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        TestLibrary.settle(file);

        assertThat(library.index().encoded()).isZero();
    }

    @Test
    void aDeletedPhotoLeavesTheLibrary() throws IOException {
        Path gone = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Files.delete(gone);

        IndexingReport report = library.index();

        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.counts().indexed()).isEqualTo(1);
    }

    @Test
    void aMovedPhotoIsTheSamePhoto() throws IOException {
        library.write("old/a.jpg", DrawnPhoto.jpeg(1));
        library.write("old/b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Map<String, Long> before = library.ids();
        Files.move(library.photos.resolve("old"), library.photos.resolve("new"));

        IndexingReport report = library.index();

        assertThat(report.encoded()).isZero();
        assertThat(report.moved()).isEqualTo(2);
        assertThat(library.ids()).isEqualTo(
                Map.of("new/a.jpg", id(before, "old/a.jpg"), "new/b.jpg", id(before, "old/b.jpg")));
    }

    @Test
    void aCopyIsAPhotoOfItsOwnThatStaysWhenTheOriginalGoes() throws IOException {
        Path original = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        long first = id(library.ids(), "a.jpg");
        library.write("copy.jpg", DrawnPhoto.jpeg(1));
        IndexingReport copied = library.index();
        long second = id(library.ids(), "copy.jpg");
        Files.delete(original);
        library.index();

        assertThat(copied.encoded()).isZero();
        assertThat(second).isNotEqualTo(first);
        assertThat(library.ids()).isEqualTo(Map.of("copy.jpg", second));
    }

    @Test
    void swappedFilesSwapTheirContents() throws IOException {
        Path a = library.write("a.jpg", DrawnPhoto.jpeg(1));
        Path b = library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Path aside = library.photos.resolve("aside");
        Files.move(a, aside);
        Files.move(b, a);
        Files.move(aside, b);

        assertThat(library.index().encoded()).isZero();
        assertNearestIsItself("a.jpg", 2);
        assertNearestIsItself("b.jpg", 1);
    }

    @Test
    void aPhotoThatBecomesTextLeavesAndComesBack() throws IOException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        library.write("a.jpg", "now a note".getBytes(StandardCharsets.UTF_8));
        assertThat(library.index().counts().indexed()).isZero();

        library.write("a.jpg", DrawnPhoto.jpeg(1));
        IndexingReport back = library.index();

        assertThat(back.counts().indexed()).isEqualTo(1);
        assertThat(back.encoded()).as("its content was known").isZero();
    }

    @Test
    void aDamagedPhotoIsAFailureUntilItIsMended() throws IOException {
        byte[] png = DrawnPhoto.encoded(1, 200, 200, "png");
        byte[] cut = Arrays.copyOf(png, HEADER);
        library.write("a.png", cut);
        library.index();
        assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
            assertThat(failure.path()).isEqualTo(library.photos.resolve("a.png"));
            assertThat(failure.attempts()).isEqualTo(1);
        });
        library.index();
        assertThat(failures()).as("not tried again unchanged").singleElement()
                .satisfies(failure -> assertThat(failure.attempts()).isEqualTo(1));

        library.write("a.png", png);
        assertThat(library.index().counts().failed()).isZero();
        assertThat(failures()).isEmpty();
    }

    @Test
    void retryTriesFailuresOnceMore() throws IOException {
        library.write("a.png", Arrays.copyOf(DrawnPhoto.encoded(1, 200, 200, "png"), HEADER));
        library.index();
        try (PhotoLibrary open = library.open()) {
            assertThat(open.indexing().retryFailures()).isEqualTo(1);
            TestLibrary.index(open, library.photos);
            assertThat(open.indexing().failures()).singleElement()
                    .satisfies(failure -> assertThat(failure.attempts()).isEqualTo(2));
        }
    }

    @Test
    void aPhotoThatIsDamagedLaterKeepsItsIdentityButIsNotFound() throws IOException {
        byte[] png = DrawnPhoto.encoded(1, 200, 200, "png");
        library.write("a.png", png);
        library.index();
        Map<String, Long> before = library.ids();
        library.write("a.png", Arrays.copyOf(png, HEADER));
        IndexingReport damaged = library.index();
        assertThat(damaged.counts().indexed()).isZero();
        assertThat(damaged.counts().failed()).isEqualTo(1);

        library.write("a.png", png);
        library.index();
        assertThat(library.ids()).isEqualTo(before);
    }

    @Test
    void theTwinOfADamagedFileFailsOnItsOwn() throws IOException {
        byte[] png = DrawnPhoto.encoded(1, 200, 200, "png");
        byte[] cut = Arrays.copyOf(png, HEADER);
        library.write("a.png", cut);
        library.write("b.png", cut);
        library.write("c.png", cut);

        IndexingReport report = library.index();

        assertThat(report.counts().failed()).isEqualTo(3);
        assertThat(report.counts().pending()).isZero();
        assertThat(failures()).hasSize(3).allSatisfy(failure -> assertThat(failure.attempts()).isEqualTo(1));
    }

    @Test
    void aNewModelEncodesEverythingAgainIntoItsOwnSpace() throws IOException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Map<String, Long> before = library.ids();
        TestLibrary changed = new TestLibrary(temporary, new CountingEncoder("-2"));

        IndexingReport report = changed.index();

        assertThat(report.encoded()).isEqualTo(2);
        assertThat(changed.ids()).isEqualTo(before);
        assertThat(changed.complaints()).isEmpty();
        assertThat(library.index().encoded()).as("the old space is still complete").isZero();
    }

    @Test
    void aFolderWithinAFolderOfTheLibraryAddsNothingTwice() throws IOException {
        library.write("trips/a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos.resolve("trips"));
            TestLibrary.index(open, library.photos);
            TestLibrary.index(open, library.photos.resolve("trips"));
            assertThat(open.indexing().counts().photos()).isEqualTo(2);
        }
        assertThat(library.ids()).containsOnlyKeys("trips/a.jpg", "b.jpg");
    }

    private List<Failure> failures() {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.indexing().failures();
        }
    }

    private static long id(Map<String, Long> ids, String path) {
        Long id = ids.get(path);
        assertThat(id).as(path).isNotNull();
        return id == null ? 0 : id;
    }

    /// The photo's stored vector is that of the picture it shows now.
    private void assertNearestIsItself(String path, long drawn) throws IOException {
        Path elsewhere = Files.write(temporary.resolve("query.jpg"), DrawnPhoto.jpeg(drawn));
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            var options = new SearchOptions(1, Strictness.LOOSE);
            var hit = open.search().similarTo(elsewhere, options).hits().getFirst();
            assertThat(hit.path()).isEqualTo(library.photos.resolve(path));
            assertThat(hit.score()).isGreaterThan(0.9999);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }
}
