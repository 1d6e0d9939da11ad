package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A folder that cannot be listed deletes nothing.
class UnreachableFoldersTest {
    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void indexTwoPhotos() throws IOException {
        library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("trips/b.jpg", DrawnPhoto.jpeg(2));
        library.index();
    }

    private IndexingReport again() {
        try (PhotoLibrary open = library.open()) {
            return TestLibrary.await(open, open.folders().all());
        }
    }

    @Test
    void aFolderThatIsGoneIsOfflineAndItsPhotosStay() throws IOException {
        Path away = temporary.resolve("away");
        Files.move(library.photos, away);
        IndexingReport offline = again();

        assertThat(offline.offline()).containsExactly(library.photos);
        assertThat(offline.counts().indexed()).isEqualTo(2);
        assertThat(offline.counts().offline()).isEqualTo(2);
        assertThat(library.complaints()).isEmpty();

        Files.move(away, library.photos);
        IndexingReport online = again();
        assertThat(online.counts().offline()).isZero();
        assertThat(online.encoded()).isZero();
        assertThat(online.deleted()).isZero();
    }

    @Test
    void anEmptyMountPointInPlaceOfTheFolderDeletesNothing() throws IOException {
        Files.move(library.photos, temporary.resolve("away"));
        Files.createDirectory(library.photos);

        IndexingReport report = again();

        assertThat(report.offline()).containsExactly(library.photos);
        assertThat(report.counts().indexed()).isEqualTo(2);
    }

    @Test
    void aFolderThatTheUserHasEmptiedLosesItsPhotos() throws IOException {
        Files.delete(library.photos.resolve("a.jpg"));
        Files.delete(library.photos.resolve("trips/b.jpg"));
        Files.delete(library.photos.resolve("trips"));

        assertThat(again().counts().photos()).isZero();
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void aCancelledWalkDeletesNothing() throws IOException {
        Files.delete(library.photos.resolve("a.jpg"));
        try (PhotoLibrary open = library.open()) {
            var run = open.indexing().start(open.folders().all());
            run.cancel();
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1));
        }
        assertThat(library.complaints()).isEmpty();
        assertThat(again().counts().indexed()).isEqualTo(1);
    }

    @Test
    void whatIsNoFolderIsRefusedWithItsName() {
        try (PhotoLibrary open = library.open()) {
            Path file = library.photos.resolve("a.jpg");
            assertThatThrownBy(() -> open.folders().add(file)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining("is a file");
            Path nowhere = temporary.resolve("nowhere");
            assertThatThrownBy(() -> open.folders().add(nowhere)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(nowhere.toString()).hasMessageContaining("no folder");
            assertThat(open.folders().all()).extracting(Folder::path).containsExactly(library.photos);
        }
    }
}
