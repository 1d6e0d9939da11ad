package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Folder;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.testing.CountingEncoder;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// A photo keeps its identity wherever its file goes.
class MovedPhotosTest {
    @TempDir
    Path temporary;

    private TestLibrary library;
    private long photo;

    @BeforeEach
    void indexOnePhoto() throws IOException {
        library = new TestLibrary(temporary);
        library.write("old/a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        photo = id("old/a.jpg");
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private long id(String path) {
        Map<String, Long> ids = library.ids();
        assertThat(ids).containsKey(path);
        return ids.getOrDefault(path, 0L);
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(library.photos.resolve(to).getParent());
        Files.move(library.photos.resolve(from), library.photos.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aRunThatIsCancelledTakesNoMovedPhotoForACopy() throws IOException {
        move("old/a.jpg", "new/a.jpg");
        letWait("new", "a.jpg");
        AtomicReference<IndexingRun> run = new AtomicReference<>();
        CountDownLatch recorded = new CountDownLatch(1);
        Interference interference = new Interference().onEntering(Stage.SCAN, () -> await(recorded))
                .onLeaving(Stage.CATALOG_COMMIT, () -> {
                    while (run.get() == null) {
                        Thread.onSpinWait();
                    }
                    run.get().cancel();
                    recorded.countDown();
                });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, interference)) {
            run.set(open.indexing().start(open.folders().all()));
            assertThat(run.get().result()).succeedsWithin(Duration.ofMinutes(1))
                    .satisfies(report -> assertThat(report.cancelled()).isTrue());
        }
        library.index();
        assertThat(id("new/a.jpg")).isEqualTo(photo);
    }

    /// Its content is known, its embedding is not: it is encoded before the walk has told what is missing.
    @Test
    void aPhotoMovedBeforeANewModelIsUsedIsTheSame() throws IOException {
        move("old/a.jpg", "new/a.jpg");
        letWait("new", "a.jpg");
        library = new TestLibrary(temporary, new CountingEncoder("-2"));
        CountDownLatch recorded = new CountDownLatch(1);
        AtomicBoolean encoded = new AtomicBoolean();
        Interference interference = new Interference().onEntering(Stage.SCAN, () -> await(recorded))
                .onLeaving(Stage.ENCODE, () -> encoded.set(true)).onLeaving(Stage.CATALOG_COMMIT, () -> {
                    if (encoded.get()) {
                        recorded.countDown();
                    }
                });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, interference)) {
            IndexingReport report = TestLibrary.await(open, open.folders().all());
            assertThat(report.encoded()).isEqualTo(1);
            assertThat(report.moved()).isEqualTo(1);
        }
        assertThat(id("new/a.jpg")).isEqualTo(photo);
    }

    /// Lets a file wait to be read, as a run leaves it that is broken off: it is read before the next walk comes to it.
    private void letWait(String directory, String name) {
        try (SingleThread write = new SingleThread("test-write");
                Catalog catalog = Catalog.openForWriting(library.location.catalog(), write)) {
            catalog.write(session -> {
                Folder folder = session.folders().all().getFirst();
                return session.files().addPending(folder.id(), directory, name, stat(directory + "/" + name),
                        session.files().nextSequence());
            });
        }
    }

    private FileStat stat(String path) {
        try {
            return FolderScanner.stat(library.photos.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPhotoMovedIntoTheOnlyFolderOfTheRunIsTheSame() throws IOException {
        Path other = Files.createDirectories(temporary.toRealPath().resolve("other"));
        Files.move(library.photos.resolve("old/a.jpg"), other.resolve("b.jpg"));
        try (PhotoLibrary open = library.open()) {
            IndexingReport report = TestLibrary.index(open, other);
            assertThat(report.moved()).isEqualTo(1);
            assertThat(report.encoded()).isZero();
            assertThat(report.counts().photos()).isEqualTo(1);
            assertThat(open.search().photoAt(other.resolve("b.jpg"))).hasValue(photo);
        }
    }

    @Test
    void aPhotoThatMovedAwayFromWhereADirectoryIsNowIsTheSame() throws IOException {
        Path other = Files.createDirectories(temporary.toRealPath().resolve("other"));
        Files.move(library.photos.resolve("old/a.jpg"), other.resolve("b.jpg"));
        Files.createDirectory(library.photos.resolve("old/a.jpg"));
        try (PhotoLibrary open = library.open()) {
            assertThat(TestLibrary.index(open, other).moved()).isEqualTo(1);
            assertThat(open.search().photoAt(other.resolve("b.jpg"))).hasValue(photo);
        }
    }

    @Test
    void aCopyInTheOnlyFolderOfTheRunIsAnotherPhoto() throws IOException {
        Path other = Files.createDirectories(temporary.toRealPath().resolve("other"));
        Files.copy(library.photos.resolve("old/a.jpg"), other.resolve("b.jpg"));
        try (PhotoLibrary open = library.open()) {
            assertThat(TestLibrary.index(open, other).moved()).isZero();
            assertThat(open.search().photoAt(other.resolve("b.jpg"))).isPresent().get().isNotEqualTo(photo);
        }
        assertThat(id("old/a.jpg")).isEqualTo(photo);
    }

    /// The drive may come back with the photo on it.
    @Test
    void aPhotoWhoseFolderIsAwayWasNotMovedButCopied() throws IOException {
        Path other = Files.createDirectories(temporary.toRealPath().resolve("other"));
        Files.copy(library.photos.resolve("old/a.jpg"), other.resolve("b.jpg"));
        Path away = temporary.resolve("away");
        Files.move(library.photos, away);
        try (PhotoLibrary open = library.open()) {
            assertThat(TestLibrary.index(open, other).moved()).isZero();
        }
        Files.createDirectory(library.photos); // an empty mount point
        Files.copy(away.resolve("old/a.jpg"), other.resolve("c.jpg"));
        try (PhotoLibrary open = library.open()) {
            assertThat(TestLibrary.index(open, other).moved()).isZero();
        }
        Files.delete(library.photos);
        Files.move(away, library.photos);
        assertThat(library.index().counts().photos()).isEqualTo(3);
        assertThat(id("old/a.jpg")).isEqualTo(photo);
    }

    @Test
    void aPhotoMovedOverAnotherOneIsTheOneThatMoved() throws IOException {
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        move("old/a.jpg", "b.jpg");

        IndexingReport report = library.index();

        assertThat(id("b.jpg")).isEqualTo(photo);
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.counts().photos()).isEqualTo(1);
    }

    @Test
    void photosThatMoveUpByOneKeepTheirIdentities() throws IOException {
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        long second = id("b.jpg");
        move("b.jpg", "c.jpg");
        move("old/a.jpg", "b.jpg");

        IndexingReport report = library.index();

        assertThat(library.ids()).isEqualTo(Map.of("b.jpg", photo, "c.jpg", second));
        assertThat(report.moved()).isEqualTo(2);
        assertThat(report.deleted()).isZero();
        assertThat(report.encoded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void photosThatExchangeTheirNamesKeepTheirIdentities(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            library.write("round/" + i + ".jpg", DrawnPhoto.jpeg(70 + i));
        }
        library.index();
        Map<String, Long> before = library.ids();
        move("round/0.jpg", "aside.jpg");
        for (int i = 1; i < count; i++) {
            move("round/" + i + ".jpg", "round/" + (i - 1) + ".jpg");
        }
        move("aside.jpg", "round/" + (count - 1) + ".jpg");

        IndexingReport report = library.index();

        Map<String, Long> expected = new TreeMap<>(Map.of("old/a.jpg", photo));
        for (int i = 0; i < count; i++) {
            expected.put("round/" + (i + count - 1) % count + ".jpg", before.getOrDefault("round/" + i + ".jpg", 0L));
        }
        assertThat(library.ids()).isEqualTo(expected);
        assertThat(report.encoded()).isZero();
        assertThat(report.deleted()).isZero();
    }

    /// Nothing has moved: its place shows another picture now.
    @Test
    void aPhotoOverWhichAnotherIsCopiedStaysWhereItIs() throws IOException {
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Map<String, Long> before = library.ids();
        library.write("b.jpg", DrawnPhoto.jpeg(1));
        library.index();
        assertThat(library.ids()).isEqualTo(before);
    }

    /// As after a photo was put in front of a numbered series, or taken away from its front.
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aSeriesThatIsRenumberedKeepsItsIdentities(int by) throws IOException {
        int count = 25;
        for (int i = 0; i < count; i++) {
            library.write("series/" + (100 + i) + ".jpg", DrawnPhoto.jpeg(50 + i));
        }
        library.index();
        Map<String, Long> before = library.ids();
        for (int n = 0; n < count; n++) {
            int i = by > 0 ? count - 1 - n : n;
            move("series/" + (100 + i) + ".jpg", "series/" + (100 + i + by) + ".jpg");
        }

        IndexingReport report = library.index();

        Map<String, Long> expected = new TreeMap<>(Map.of("old/a.jpg", photo));
        for (int i = 0; i < count; i++) {
            expected.put("series/" + (100 + i + by) + ".jpg",
                    before.getOrDefault("series/" + (100 + i) + ".jpg", 0L));
        }
        assertThat(library.ids()).isEqualTo(expected);
        assertThat(report.deleted()).isZero();
        assertThat(report.encoded()).isZero();
    }

    @Test
    void ofPhotosThatAreAlikeEachKeepsItsName() throws IOException {
        for (int i = 0; i < 6; i++) {
            library.write("alike/" + i + ".jpg", DrawnPhoto.jpeg(30));
        }
        library.index();
        Map<String, Long> before = library.ids();
        Files.move(library.photos.resolve("alike"), library.photos.resolve("moved"));
        library.index();
        Map<String, Long> after = library.ids();
        for (int i = 0; i < 6; i++) {
            assertThat(after).containsEntry("moved/" + i + ".jpg", before.getOrDefault("alike/" + i + ".jpg", 0L));
        }
    }

    @Test
    void aPhotoThatIsMovedAndChangedIsADifferentOne() throws IOException {
        move("old/a.jpg", "new/a.jpg");
        library.write("new/a.jpg", DrawnPhoto.jpeg(9));

        IndexingReport report = library.index();

        assertThat(report.counts().photos()).isEqualTo(1);
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(id("new/a.jpg")).isNotEqualTo(photo);
    }

    @Test
    void aRenameThatChangesOnlyTheCaseIsAMove() throws IOException {
        move("old/a.jpg", "old/A.JPG");
        library.index();
        assertThat(library.ids()).isEqualTo(Map.of("old/A.JPG", photo));
    }

    @Test
    void aDirectoryInPlaceOfAPhotoIsNotThePhoto() throws IOException {
        Files.delete(library.photos.resolve("old/a.jpg"));
        library.write("old/a.jpg/inside.jpg", DrawnPhoto.jpeg(3));

        IndexingReport report = library.index();

        assertThat(report.deleted()).isEqualTo(1);
        assertThat(library.ids()).containsOnlyKeys("old/a.jpg/inside.jpg");
    }
}
