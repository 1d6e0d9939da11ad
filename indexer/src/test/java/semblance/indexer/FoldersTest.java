package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.DepartureTable;
import semblance.indexer.catalog.FolderStatus;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.catalog.TagState;
import semblance.indexer.catalog.TaggedPhoto;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.space.LibraryModels;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.SetClock;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What happens to photos whose folder is removed, comes back, or lies elsewhere.
class FoldersTest {
    private static final int PHOTOS = 6;

    @TempDir
    Path temporary;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T12:00:00Z"));
    private TestLibrary library;

    @BeforeEach
    void indexSome() throws IOException {
        library = new TestLibrary(temporary);
        for (int i = 0; i < PHOTOS; i++) {
            library.write("trip/" + i + ".jpg", DrawnPhoto.jpeg(i));
        }
        Files.write(library.photos.resolve("notes.txt"), new byte[]{'x'});
        index();
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private PhotoLibrary open() {
        return PhotoLibrary.open(library.location, LibraryModels.only(library.encoder), StageObserver.NONE, clock);
    }

    private IndexingReport index() {
        try (PhotoLibrary open = open()) {
            return TestLibrary.index(open, library.photos);
        }
    }

    private long id(PhotoLibrary open, String name) {
        return open.search().photoAt(library.photos.resolve("trip").resolve(name)).orElseThrow();
    }

    private void decideTags() {
        try (PhotoLibrary open = open()) {
            open.tags().confirm(id(open, "0.jpg"), "granny");
            open.tags().reject(id(open, "1.jpg"), "granny");
        }
    }

    private static List<String> confirmed(PhotoLibrary open, String tag) {
        return open.tags().photosWith(tag).stream().filter(photo -> photo.tag().state() == TagState.CONFIRMED)
                .map(TaggedPhoto::path).map(path -> path.getFileName().toString()).toList();
    }

    private void remove() {
        try (PhotoLibrary open = open()) {
            assertThat(open.folders().remove(library.photos).left()).isEqualTo(PHOTOS);
        }
    }

    @Test
    void aRemovedFolderTakesItsPhotosOutOfCatalogAndSearch() {
        try (PhotoLibrary open = open()) {
            open.folders().remove(library.photos);

            assertThat(open.folders().all()).isEmpty();
            assertThat(open.indexing().counts().photos()).isZero();
            assertThat(open.indexing().counts().skipped()).isZero();
            assertThat(open.search().byText("a photo", new SearchOptions(10, Strictness.LOOSE)).searched()).isZero();
        }
    }

    @Test
    void addedAgainThePhotosHaveTheirTagsAndNothingIsEncoded() {
        decideTags();
        remove();
        clock.pass(DepartureTable.KEPT.minusDays(1));
        int encoded = library.encoder.images.get();

        IndexingReport report = index();

        assertThat(report.counts().indexed()).isEqualTo(PHOTOS);
        assertThat(library.encoder.images).hasValue(encoded);
        try (PhotoLibrary open = open()) {
            assertThat(confirmed(open, "granny")).containsExactly("0.jpg");
            assertThat(open.tags().photosWith("granny")).hasSize(1);
            assertThat(open.tags().reject(id(open, "2.jpg"), "granny")).isTrue();
            assertThat(open.tags().ofPhoto(id(open, "1.jpg"))).extracting(PhotoTag::tag).doesNotContain("granny");
        }
    }

    @Test
    void afterThatTimeTagsEmbeddingsAndThumbnailsAreForgotten() throws IOException {
        decideTags();
        remove();
        assertThat(thumbnails()).isEqualTo(PHOTOS);
        clock.pass(DepartureTable.KEPT.plusSeconds(1));
        Path other = Files.createDirectory(temporary.resolve("other")).toRealPath();
        try (PhotoLibrary open = open()) {
            TestLibrary.index(open, other);
        }
        assertThat(thumbnails()).isZero();
        int encoded = library.encoder.images.get();

        index();

        assertThat(library.encoder.images).hasValue(encoded + PHOTOS);
        try (PhotoLibrary open = open()) {
            assertThat(open.tags().photosWith("granny")).isEmpty();
        }
    }

    private long thumbnails() throws IOException {
        try (Stream<Path> files = Files.walk(library.location.thumbnails())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aDeletedPhotoThatTurnsUpInAnotherFolderHasItsTags() throws IOException {
        decideTags();
        Path original = library.photos.resolve("trip/0.jpg");
        byte[] content = Files.readAllBytes(original);
        Files.delete(original);
        assertThat(index().deleted()).isEqualTo(1);
        clock.pass(Duration.ofDays(10));
        Path other = Files.createDirectory(temporary.resolve("other")).toRealPath();
        TestLibrary.settle(Files.write(other.resolve("found again.jpg"), content));
        int encoded = library.encoder.images.get();

        try (PhotoLibrary open = open()) {
            TestLibrary.index(open, other);

            assertThat(confirmed(open, "granny")).containsExactly("found again.jpg");
        }
        assertThat(library.encoder.images).hasValue(encoded);
    }

    @Test
    void aPhotoThatWasDamagedBeforeItWasDeletedHasItsTagsWhenItIsBack() throws IOException {
        decideTags();
        library.write("trip/0.jpg", Arrays.copyOf(DrawnPhoto.jpeg(0), 300));
        assertThat(index().counts().failed()).isEqualTo(1);
        Files.delete(library.photos.resolve("trip/0.jpg"));
        index();
        library.write("from a backup.jpg", DrawnPhoto.jpeg(0));
        int encoded = library.encoder.images.get();

        index();

        try (PhotoLibrary open = open()) {
            assertThat(confirmed(open, "granny")).containsExactly("from a backup.jpg");
        }
        assertThat(library.encoder.images).hasValue(encoded);
    }

    @Test
    void aPhotoThatWasDamagedBeforeItsFolderWasRemovedHasItsTagsWhenItIsBack() throws IOException {
        decideTags();
        library.write("trip/0.jpg", Arrays.copyOf(DrawnPhoto.jpeg(0), 300));
        assertThat(index().counts().failed()).isEqualTo(1);
        remove();
        library.write("trip/0.jpg", DrawnPhoto.jpeg(0));
        int encoded = library.encoder.images.get();

        index();

        try (PhotoLibrary open = open()) {
            assertThat(confirmed(open, "granny")).containsExactly("0.jpg");
        }
        assertThat(library.encoder.images).hasValue(encoded);
    }

    /// Two copies of which one was tagged: each gets its own back, whichever is read first.
    @Test
    void copiesGetTheTagsOfTheOneThatWasInTheirPlace() throws IOException {
        library.write("trip/copy of 0.jpg", DrawnPhoto.jpeg(0));
        index();
        try (PhotoLibrary open = open()) {
            open.tags().confirm(id(open, "copy of 0.jpg"), "granny");
            open.folders().remove(library.photos);
        }

        index();

        try (PhotoLibrary open = open()) {
            assertThat(confirmed(open, "granny")).containsExactly("copy of 0.jpg");
        }
    }

    /// Else it would be kept until the clock is there again.
    @Test
    void whatLeftWhileTheClockRanAheadIsForgottenInTimeToo() throws IOException {
        clock.pass(Duration.ofDays(50_000));
        remove();
        clock.pass(Duration.ofDays(-50_000));
        Path other = Files.createDirectory(temporary.resolve("other")).toRealPath();
        try (PhotoLibrary open = open()) {
            TestLibrary.index(open, other);
            assertThat(thumbnails()).as("kept").isEqualTo(PHOTOS);
            clock.pass(DepartureTable.KEPT.plusSeconds(1));
            TestLibrary.index(open, other);
            assertThat(thumbnails()).isZero();
        }
    }

    @Test
    void aFolderWithinAnotherHandsItsPhotosToThatOne() throws IOException {
        library.write("other/x.jpg", DrawnPhoto.jpeg(50));
        Map<String, Long> before;
        try (PhotoLibrary open = open()) {
            open.folders().remove(library.photos);
            TestLibrary.index(open, library.photos.resolve("trip"));
            TestLibrary.index(open, library.photos);
            open.tags().confirm(id(open, "0.jpg"), "granny");
            before = library.ids();

            Folders.Removal removal = open.folders().remove(library.photos.resolve("trip"));

            assertThat(removal.left()).isZero();
            assertThat(removal.holder()).hasValueSatisfying(
                    folder -> assertThat(folder.path()).isEqualTo(library.photos));
        }
        assertThat(index().encoded()).isZero();
        assertThat(library.ids()).isEqualTo(before).hasSize(PHOTOS + 1);
    }

    @Test
    void whatIsNoFolderOfTheLibraryIsNotRemoved() {
        try (PhotoLibrary open = open()) {
            assertThatThrownBy(() -> open.folders().remove(temporary.resolve("elsewhere")))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("elsewhere is no folder of the")
                    .hasMessageContaining(library.photos.toString());
            assertThat(open.indexing().counts().indexed()).isEqualTo(PHOTOS);
        }
    }

    @Test
    void aRelocatedFolderKeepsIdsAndTagsAndReadsNothing() throws IOException {
        decideTags();
        Map<String, Long> before = library.ids();
        Path drive = temporary.toRealPath().resolve("drive e");
        Files.move(library.photos, drive);
        int encoded = library.encoder.images.get();

        try (PhotoLibrary open = open()) {
            assertThat(open.folders().relocate(library.photos, drive, false).path()).isEqualTo(drive);
            assertThat(open.search().photoAt(drive.resolve("trip/0.jpg"))).contains(before.get("trip/0.jpg"));
            assertThat(confirmed(open, "granny")).containsExactly("0.jpg");
            IndexingReport report = TestLibrary.await(open, open.folders().all());
            assertThat(report.deleted() + report.moved() + report.encoded()).isZero();
            assertThat(report.offline()).isEmpty();
        }
        assertThat(library.encoder.images).hasValue(encoded);
        Files.move(drive, library.photos);
        try (PhotoLibrary open = open()) {
            open.folders().relocate(drive, library.photos, false);
        }
        assertThat(library.ids()).isEqualTo(before);
    }

    @Test
    void aPlaceWithoutThePhotosIsRefused() throws IOException {
        Files.move(library.photos, temporary.resolve("away"));
        Path empty = Files.createDirectory(temporary.resolve("empty")).toRealPath();
        try (PhotoLibrary open = open()) {
            assertThatThrownBy(() -> open.folders().relocate(library.photos, empty, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Of 6 photos of " + library.photos + ", 0 are in " + empty
                            + ". Name the folder that holds them now; if it is the right one nevertheless, use --force.");
            assertThat(open.folders().all().getFirst().path()).isEqualTo(library.photos);
        }
    }

    @Test
    void aPlaceThatIsForcedAndEmptyDeletesNothing() throws IOException {
        Files.move(library.photos, temporary.resolve("away"));
        Path empty = Files.createDirectory(temporary.resolve("empty")).toRealPath();
        try (PhotoLibrary open = open()) {
            open.folders().relocate(library.photos, empty, true);

            IndexingReport report = TestLibrary.await(open, open.folders().all());

            assertThat(report.offline()).containsExactly(empty);
            assertThat(report.counts().indexed()).isEqualTo(PHOTOS);
        }
    }

    @Test
    void aPlaceInAnotherFolderOfTheLibraryIsRefused() throws IOException {
        Path other = Files.createDirectories(temporary.toRealPath().resolve("other"));
        Path within = Files.createDirectory(other.resolve("within"));
        try (PhotoLibrary open = open()) {
            open.folders().add(other);
            assertThatThrownBy(() -> open.folders().relocate(library.photos, within, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is part of the folder " + other);
        }
    }

    @Test
    void eachFolderSaysHowItStands() throws IOException {
        Path other = Files.createDirectory(temporary.toRealPath().resolve("other"));
        try (PhotoLibrary open = open()) {
            open.folders().add(other);
            Files.move(library.photos, temporary.resolve("away"));
            clock.pass(Duration.ofHours(1));
            TestLibrary.await(open, open.folders().all().subList(0, 1));

            List<FolderStatus> statuses = open.folders().statuses();

            assertThat(statuses).extracting(FolderStatus::state).containsExactly(FolderStatus.State.OFFLINE,
                    FolderStatus.State.NEW);
            assertThat(statuses.getFirst().indexed()).isEqualTo(PHOTOS);
            assertThat(statuses.getFirst().lastWholeWalk()).contains(Instant.parse("2026-03-01T12:00:00Z"));
            assertThat(statuses.getLast().lastWholeWalk()).isEmpty();
        }
        Files.move(temporary.resolve("away"), library.photos);
    }
}
