package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Another directory under the path of a folder: an empty mount point, a folder made anew, a restored disk.
class ReplacedFoldersTest {
    private static final int PHOTOS = 6;

    @TempDir
    Path temporary;

    private TestLibrary library;
    private Path away;
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void indexAFolder() throws IOException {
        library = new TestLibrary(temporary);
        for (int i = 0; i < PHOTOS; i++) {
            library.write("trips/" + i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.index();
        before = library.ids();
        away = temporary.toRealPath().resolve("away");
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private void replace() throws IOException {
        Files.move(library.photos, away);
        Files.createDirectory(library.photos);
    }

    private void restore(int photo, String name) throws IOException {
        Path to = library.photos.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(away.resolve("trips/" + photo + ".jpg"), to);
        TestLibrary.settle(to);
    }

    @Test
    void aStrayFileInTheMountPointDeletesNothingHoweverOftenItIsWalked() throws IOException {
        replace();
        library.write("stray.jpg", DrawnPhoto.jpeg(99));
        for (int walk = 0; walk < 3; walk++) {
            IndexingReport report = library.again();
            assertThat(report.offline()).containsExactly(library.photos);
            assertThat(report.replaced()).containsExactly(library.photos);
            assertThat(report.counts().indexed()).isEqualTo(PHOTOS);
            assertThat(report.counts().offline()).isEqualTo(PHOTOS);
        }
        Files.delete(library.photos.resolve("stray.jpg"));
        Files.delete(library.photos);
        Files.move(away, library.photos);
        IndexingReport back = library.again();
        assertThat(back.encoded()).isZero();
        assertThat(back.offline()).isEmpty();
        assertThat(library.ids()).isEqualTo(before);
    }

    /// The user has deleted the folder and begun a new one.
    @Test
    void aFolderMadeAnewIsTakenAsItIsOnceTheUserSaysSo() throws IOException {
        replace();
        library.write("new.jpg", DrawnPhoto.jpeg(50));
        assertThat(library.again().counts().photos()).isEqualTo(PHOTOS);
        try (PhotoLibrary open = library.open()) {
            open.folders().accept(library.photos);
        }
        IndexingReport report = library.again();
        assertThat(report.deleted()).isEqualTo(PHOTOS);
        assertThat(library.ids()).containsOnlyKeys("new.jpg");
    }

    @Test
    void aRestoredDiskIsBelievedIfItHoldsMostOfThePhotos() throws IOException {
        replace();
        for (int i = 0; i < 4; i++) {
            restore(i, "trips/" + i + ".jpg");
        }
        IndexingReport report = library.again();
        assertThat(report.deleted()).isEqualTo(PHOTOS - 4);
        assertThat(report.encoded()).isZero();
        before.keySet().retainAll(library.ids().keySet());
        assertThat(library.ids()).isEqualTo(before);
    }

    /// A program that copies photos may have begun to fill an empty mount point; or the disk was put in order meanwhile.
    @Test
    void withFewOfThePhotosNothingIsDeletedButWhatHasMovedIsFound() throws IOException {
        replace();
        restore(0, "trips/0.jpg");
        restore(1, "ordered/one.jpg");
        for (int walk = 0; walk < 2; walk++) {
            IndexingReport report = library.again();
            assertThat(report.deleted()).isZero();
            assertThat(report.counts().photos()).isEqualTo(PHOTOS);
            assertThat(report.replaced()).containsExactly(library.photos);
        }
        Map<String, Long> expected = new HashMap<>();
        expected.put("trips/0.jpg", before.get("trips/0.jpg"));
        expected.put("ordered/one.jpg", before.get("trips/1.jpg"));
        assertThat(library.ids()).isEqualTo(expected);
    }

    @Test
    void anEmptyFolderIsNoReasonForDoubt() throws IOException {
        Path empty = Files.createDirectory(temporary.toRealPath().resolve("empty"));
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, empty);
            Files.delete(empty);
            Files.createDirectory(empty);
            Files.write(empty.resolve("x.jpg"), DrawnPhoto.jpeg(60));
            assertThat(TestLibrary.index(open, empty).counts().photos()).isEqualTo(PHOTOS + 1);
        }
    }
}
