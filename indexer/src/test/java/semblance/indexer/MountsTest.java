package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.FilesBelow;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A drive that appears within a folder, and all that can become of it.
class MountsTest {
    @TempDir
    Path temporary;

    private TestLibrary library;
    private Path place;
    private Path drive;
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void indexADriveWithinAFolder() throws IOException {
        library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("stick/b.jpg", DrawnPhoto.jpeg(2));
        library.write("stick/deep/c.jpg", DrawnPhoto.jpeg(3));
        place = library.photos.resolve("stick");
        drive = temporary.toRealPath().resolve("stick drive");
        library.drives.mount(place, "stick drive");
        library.index();
        before = library.ids();
        assertThat(before).hasSize(3);
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private void plugAgain() throws IOException {
        for (Path stray : FilesBelow.of(place)) {
            Files.delete(stray);
        }
        Files.deleteIfExists(place.resolve("deep"));
        library.drives.plug(drive, place);
    }

    private void assertNothingLost(IndexingReport report) {
        assertThat(report.deleted()).isZero();
        assertThat(report.counts().indexed()).isEqualTo(3);
        assertThat(report.counts().offline()).isEqualTo(2);
        assertThat(report.offline()).containsExactly(place);
    }

    private void assertAsBefore(IndexingReport report) {
        assertThat(report.encoded()).isZero();
        assertThat(report.deleted()).isZero();
        assertThat(report.counts().offline()).isZero();
        assertThat(library.ids()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsPhotosStayWhileItIsAwayAndAreNotEncodedAnew(boolean mountPointStays) throws IOException {
        library.drives.unplug(place, drive);
        if (!mountPointStays) {
            Files.delete(place);
        }
        assertNothingLost(library.again());
        assertNothingLost(library.again());
        try (PhotoLibrary open = library.open()) {
            assertThat(open.search().photoAt(place.resolve("b.jpg"))).isPresent();
        }
        library.drives.plug(drive, place);
        assertAsBefore(library.again());
    }

    @Test
    void whatIsWrittenToTheMountPointMeanwhileDeletesNothingHoweverOftenItIsWalked() throws IOException {
        library.drives.unplug(place, drive);
        library.write("stick/stray.jpg", DrawnPhoto.jpeg(9));
        library.write("stick/deep/stray.jpg", DrawnPhoto.jpeg(10));
        for (int walk = 0; walk < 3; walk++) {
            IndexingReport report = library.again();
            assertNothingLost(report);
            assertThat(report.replaced()).containsExactly(place);
        }
        plugAgain();
        assertAsBefore(library.again());
    }

    @Test
    void whatIsDeletedOnTheDriveIsDeleted() throws IOException {
        Files.delete(place.resolve("b.jpg"));
        Files.delete(place.resolve("deep/c.jpg"));
        IndexingReport report = library.again();
        assertThat(report.deleted()).isEqualTo(2);
        assertThat(report.offline()).isEmpty();
    }

    @Test
    void aPhotoThatMovesFromTheDriveKeepsItsIdentityAndACopyMadeWhileItIsAwayIsACopy() throws IOException {
        Files.move(place.resolve("b.jpg"), library.photos.resolve("b.jpg"));
        assertThat(library.again().moved()).isEqualTo(1);
        assertThat(library.ids()).containsEntry("b.jpg", before.getOrDefault("stick/b.jpg", 0L));

        library.drives.unplug(place, drive);
        Files.copy(drive.resolve("deep/c.jpg"), library.photos.resolve("c.jpg"));
        IndexingReport report = library.again();
        assertThat(report.moved()).isZero();
        assertThat(report.counts().photos()).isEqualTo(4);
        plugAgain();
        library.again();
        assertThat(library.ids()).containsEntry("stick/deep/c.jpg", before.getOrDefault("stick/deep/c.jpg", 0L));
    }

    @Test
    void anotherDriveInItsPlaceDeletesNothingUntilTheUserSaysThatItBelongsThere() throws IOException {
        library.drives.unplug(place, drive);
        Path other = Files.createDirectory(temporary.toRealPath().resolve("other drive"));
        Files.write(other.resolve("x.jpg"), DrawnPhoto.jpeg(7));
        TestLibrary.settle(other.resolve("x.jpg"));
        library.drives.plug(other, place);
        for (int walk = 0; walk < 2; walk++) {
            assertThat(library.again().replaced()).containsExactly(place);
        }
        try (PhotoLibrary open = library.open()) {
            open.folders().accept(place);
        }
        assertThat(library.again().deleted()).isEqualTo(2);
        assertThat(library.ids()).containsOnlyKeys("a.jpg", "stick/x.jpg");
    }

    /// Its content was copied to the disk, and the drive is gone for good.
    @Test
    void theSamePhotosInAPlainDirectoryAreTheSamePhotos() throws IOException {
        library.drives.unplug(place, drive);
        Files.delete(place);
        Files.move(drive, place);
        assertAsBefore(library.again());
        Files.delete(place.resolve("b.jpg"));
        Files.delete(place.resolve("deep/c.jpg"));
        assertThat(library.again().deleted()).isEqualTo(2);
    }

    @Test
    void aDriveThatIsAwayForGoodCanBeExcluded() throws IOException {
        library.drives.unplug(place, drive);
        Files.delete(place);
        library.again();
        try (PhotoLibrary open = library.open()) {
            open.folders().exclusions().exclude("stick");
        }
        assertThat(library.again().deleted()).isEqualTo(2);
        assertThat(library.again().offline()).isEmpty();
    }

    @Test
    void aDriveThatGoesWhileItIsWalkedDeletesNothing() throws IOException {
        Files.delete(library.photos.resolve("a.jpg"));
        library.drives.onIdentity = directory -> {
            if (directory.equals(place)) {
                library.drives.onIdentity = _ -> {
                };
                try {
                    library.drives.unplug(place, drive);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
        IndexingReport report = library.again();
        assertThat(report.partial()).containsExactly(library.photos);
        assertThat(report.deleted()).isZero();
    }

    @Test
    void aFolderThatIsHandedOverToTheOneAroundItStaysOfflineWithItsDrive() throws IOException {
        Path other = temporary.toRealPath().resolve("around/card");
        Files.createDirectories(other);
        Files.write(other.resolve("x.jpg"), DrawnPhoto.jpeg(20));
        library.drives.mount(other, "card");
        Path card = temporary.toRealPath().resolve("card");
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, other);
            TestLibrary.index(open, temporary.toRealPath().resolve("around"));
            library.drives.unplug(other, card);
            assertThat(open.folders().remove(other).holder()).isPresent();
            IndexingReport away = TestLibrary.await(open, open.folders().all());
            assertThat(away.offline()).containsExactly(other);
            assertThat(away.counts().photos()).isEqualTo(4);
            library.drives.plug(card, other);
            IndexingReport back = TestLibrary.await(open, open.folders().all());
            assertThat(back.deleted() + back.encoded() + back.counts().offline()).isZero();
            Files.delete(other.resolve("x.jpg"));
            assertThat(TestLibrary.await(open, open.folders().all()).deleted()).isEqualTo(1);
        }
    }

    @Test
    void onlyAPlaceOfTheLibraryCanBeAccepted() {
        try (PhotoLibrary open = library.open()) {
            Path nowhere = library.photos.resolve("nowhere");
            assertThatThrownBy(() -> open.folders().accept(nowhere)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(nowhere.toString());
        }
    }
}
