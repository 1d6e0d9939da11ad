package semblance.indexer.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.SetClock;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// When the folders are looked at again, and where.
class FolderFollowerTest {
    private static final Pace PACE = Pace.USUAL;

    @TempDir
    Path temporary;

    private final GivenChanges changes = new GivenChanges();
    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
    private TestLibrary library;
    private PhotoLibrary open;
    private Catalog catalog;
    private FolderFollower follower;

    @BeforeEach
    void followAFolder() throws IOException {
        library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("trips/b.jpg", DrawnPhoto.jpeg(2));
        library.write("trips/rome/c.jpg", DrawnPhoto.jpeg(3));
        library.write("home/d.jpg", DrawnPhoto.jpeg(4));
        open = library.open();
        open.folders().add(library.photos);
        catalog = Catalog.openForReading(library.location.catalog());
        follower = new FolderFollower(catalog, library.drives, open.indexing()::start, changes, clock, PACE, _ -> true);
        assertThat(run().counts().indexed()).isEqualTo(4);
        assertIdle();
        changes.takeListed();
    }

    @AfterEach
    void close() {
        catalog.close();
        open.close();
        assertThat(library.complaints()).isEmpty();
    }

    /// The run that the next step starts, when it is over.
    private IndexingReport run() {
        Optional<IndexingRun> run = follower.step();
        assertThat(run).isPresent();
        try {
            return run.orElseThrow().result().get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void assertIdle() {
        assertThat(follower.step()).isEmpty();
    }

    private IndexingReport afterQuiet() {
        assertIdle();
        clock.pass(PACE.quiet());
        return run();
    }

    private Path at(String relative) {
        return library.photos.resolve(relative);
    }

    @Test
    void whereNothingHappensNothingIsDoneUntilTheIntervalIsOver() {
        assertIdle();
        clock.pass(PACE.watched().minusSeconds(1));
        assertIdle();
        clock.pass(Duration.ofSeconds(1));
        assertThat(run().encoded()).isZero();
        assertThat(changes.takeListed()).contains(library.photos, at("trips/rome"));
        assertIdle();
    }

    @Test
    void onlyTheDirectoryInWhichSomethingChangedIsLookedAtOnceItIsQuiet() throws IOException {
        library.write("trips/e.jpg", DrawnPhoto.jpeg(5));
        changes.in(at("trips"));
        assertIdle();
        clock.pass(PACE.quiet().minusMillis(1));
        changes.in(at("trips")); // it is still being written
        assertIdle();
        clock.pass(PACE.quiet().minusMillis(1));
        assertIdle();
        clock.pass(Duration.ofMillis(1));
        assertThat(run().encoded()).isEqualTo(1);
        assertThat(changes.takeListed()).containsExactly(at("trips"));
        assertThat(library.ids()).containsKey("trips/e.jpg");
        assertIdle();
    }

    @Test
    void whereItNeverGetsQuietPatienceEnds() throws IOException {
        library.write("trips/e.jpg", DrawnPhoto.jpeg(5));
        for (Duration passed = Duration.ZERO; passed.compareTo(PACE.patience()) < 0; passed = passed.plusSeconds(1)) {
            changes.in(at("trips"));
            assertIdle();
            clock.pass(Duration.ofSeconds(1));
        }
        changes.in(at("trips"));
        assertThat(run().encoded()).isEqualTo(1);
    }

    @Test
    void aPhotoThatIsDeletedLeavesAfterAWalkOfTheWholeFolder() throws IOException {
        Files.delete(at("trips/b.jpg"));
        changes.in(at("trips"));
        IndexingReport hinted = afterQuiet();
        assertThat(hinted.deleted()).isZero();
        assertThat(hinted.unsettled()).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(run().deleted()).isEqualTo(1);
        assertIdle();
    }

    @Test
    void aPhotoMovedBetweenDirectoriesIsTheSame() throws IOException {
        Map<String, Long> before = library.ids();
        Files.move(at("trips/b.jpg"), at("home/b.jpg"));
        changes.in(at("trips"));
        changes.in(at("home"));
        IndexingReport report = afterQuiet();
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.unsettled()).isFalse();
        assertThat(library.ids()).containsEntry("home/b.jpg", before.getOrDefault("trips/b.jpg", 0L));
        assertIdle();
    }

    @Test
    void aDirectoryThatIsRenamedTakesItsPhotosAlong() throws IOException {
        Map<String, Long> before = library.ids();
        Files.move(at("trips"), at("journeys"));
        changes.in(library.photos);
        IndexingReport report = afterQuiet();
        assertThat(report.moved()).isEqualTo(2);
        assertThat(report.encoded()).isZero();
        assertThat(report.unsettled()).isFalse();
        assertThat(library.ids()).containsEntry("journeys/rome/c.jpg", before.getOrDefault("trips/rome/c.jpg", 0L));
        assertThat(changes.takeListed()).containsExactlyInAnyOrder(library.photos, at("journeys"), at("journeys/rome"));
    }

    @Test
    void directoriesThatAreExchangedAreLookedThrough() throws IOException {
        Map<String, Long> before = library.ids();
        Files.move(at("trips"), at("aside"));
        Files.move(at("home"), at("trips"));
        Files.move(at("aside"), at("home"));
        changes.in(library.photos);
        changes.below(at("trips"));
        changes.below(at("home"));
        IndexingReport report = afterQuiet();
        assertThat(report.encoded()).isZero();
        assertThat(library.ids()).containsEntry("home/rome/c.jpg", before.getOrDefault("trips/rome/c.jpg", 0L))
                .containsEntry("trips/d.jpg", before.getOrDefault("home/d.jpg", 0L));
    }

    @Test
    void whenMoreHappensThanCanBeNoticedEverythingIsLookedAt() throws IOException {
        library.write("home/e.jpg", DrawnPhoto.jpeg(5));
        changes.overflow();
        clock.pass(Duration.ofMinutes(1));
        assertThat(run().encoded()).isEqualTo(1);
        assertIdle();
    }

    @Test
    void whereNotEverythingIsWatchedItIsLookedAtMoreOften() {
        changes.leaveGap();
        clock.pass(PACE.unwatched().minusSeconds(1));
        assertIdle();
        clock.pass(Duration.ofSeconds(1));
        run();
        assertIdle();
    }

    @Test
    void afterARunThatTookDaysADeletionIsSeenWithinTheHour() throws IOException {
        changes.overflow();
        clock.pass(Duration.ofMinutes(1));
        run();
        clock.pass(Duration.ofDays(3)); // and only now it is seen to be over
        assertIdle();
        Files.delete(at("trips/b.jpg"));
        changes.in(at("trips"));
        assertThat(afterQuiet().unsettled()).isTrue();
        assertIdle();
        clock.pass(PACE.watched());
        assertThat(run().deleted()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsAddedIsIndexedAtOnce() throws IOException {
        Path other = Files.createDirectory(temporary.toRealPath().resolve("other"));
        Files.write(other.resolve("x.jpg"), DrawnPhoto.jpeg(6));
        open.folders().add(other);
        assertThat(run().counts().photos()).isEqualTo(5);
        assertIdle();
    }

    @Test
    void aNewFolderWhoseRunsBreakOffIsTriedAgainLaterAndLater() throws IOException {
        Path other = Files.createDirectory(temporary.toRealPath().resolve("other"));
        Files.write(other.resolve("x.jpg"), DrawnPhoto.jpeg(6));
        open.folders().add(other);
        changes.isFull = true;
        breakOff();
        for (Duration pause = PACE.returning(); pause.compareTo(Duration.ofMinutes(2)) < 0; pause = pause.plus(pause)) {
            assertIdle();
            clock.pass(pause.minusMillis(1));
            assertIdle();
            clock.pass(Duration.ofMillis(1));
            breakOff();
        }
        assertIdle();

        changes.isFull = false;
        clock.pass(PACE.watched());
        assertThat(run().counts().photos()).isEqualTo(5);
        assertIdle();
    }

    private void breakOff() {
        assertThat(follower.step()).hasValueSatisfying(run -> assertThat(run.result()).failsWithin(1, TimeUnit.MINUTES)
                .withThrowableOfType(ExecutionException.class).withMessageContaining("no room"));
    }

    @Test
    void aFolderAddedAfterARunThatBrokeOffIsIndexedAtOnce() throws IOException {
        changes.isFull = true;
        clock.pass(PACE.watched());
        breakOff();
        assertIdle();
        changes.isFull = false;
        Path other = Files.createDirectory(temporary.toRealPath().resolve("other"));
        Files.write(other.resolve("x.jpg"), DrawnPhoto.jpeg(6));
        open.folders().add(other);
        assertThat(run().counts().photos()).isEqualTo(5);
        assertIdle();
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() throws IOException {
        library.write("trips/e.jpg", DrawnPhoto.jpeg(5));
        changes.in(at("trips"));
        assertIdle();
        clock.pass(Duration.ofDays(-400));
        assertThat(run().encoded()).isEqualTo(1);
    }

    @Test
    void aFolderIsOfflineWhenItGoesAndOnlineSoonAfterItIsBack() throws IOException {
        Path away = temporary.resolve("away");
        Files.move(library.photos, away);
        changes.in(library.photos);
        assertThat(afterQuiet().offline()).containsExactly(library.photos);
        clock.pass(PACE.returning());
        assertIdle();
        clock.pass(PACE.returning());
        assertIdle();

        Files.move(away, library.photos);
        clock.pass(PACE.returning());
        IndexingReport back = run();
        assertThat(back.counts().offline()).isZero();
        assertThat(back.encoded()).isZero();
        clock.pass(PACE.returning());
        assertIdle();
    }

    @Test
    void aDriveWithinAFolderThatGoesDeletesNothingAndIsFoundAgain() throws IOException {
        Path place = at("trips");
        Path drive = temporary.toRealPath().resolve("drive");
        library.drives.mount(place, "drive");
        clock.pass(PACE.watched());
        run();
        assertIdle();
        library.drives.unplug(place, drive);
        changes.in(place);
        changes.in(at("trips/rome"));
        IndexingReport gone = afterQuiet();
        assertThat(gone.offline()).containsExactly(place);
        assertThat(gone.counts().offline()).isEqualTo(2);
        assertThat(gone.unsettled()).isFalse();
        clock.pass(PACE.returning());
        follower.step().ifPresent(FolderFollowerTest::await); // the mount point is looked at once
        clock.pass(PACE.returning());
        assertIdle();

        library.drives.plug(drive, place);
        clock.pass(PACE.returning());
        IndexingReport back = run();
        assertThat(back.counts().offline()).isZero();
        assertThat(back.deleted()).isZero();
        assertThat(back.encoded()).isZero();
    }

    private static void await(IndexingRun run) {
        assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void whatIsExcludedIsNotIndexedForAHint() throws IOException {
        library.write(".hidden/x.jpg", DrawnPhoto.jpeg(7));
        library.write("private/y.jpg", DrawnPhoto.jpeg(8));
        library.write("private/.nomedia", new byte[0]);
        library.write("private/deep/z.jpg", DrawnPhoto.jpeg(9));
        changes.below(at(".hidden"));
        changes.below(at("private"));
        changes.below(at("private/deep"));
        assertThat(afterQuiet().counts().photos()).isEqualTo(4);
    }

    @Test
    void aFileInPlaceOfADirectoryAndTheReverse() throws IOException {
        Files.delete(at("home/d.jpg"));
        Files.delete(at("home"));
        library.write("home", DrawnPhoto.jpeg(5));
        changes.in(library.photos);
        assertThat(afterQuiet().encoded()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(run().deleted()).isEqualTo(1);
        assertThat(library.ids()).containsKey("home").doesNotContainKey("home/d.jpg");
    }
}
