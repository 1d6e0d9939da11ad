package semblance.indexer.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.SetClock;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.TwoModels;
import semblance.indexer.testing.WarmLabels;

import static org.assertj.core.api.Assertions.assertThat;

/// Known photos are encoded for another model, which may take hours: what happens in the folders meanwhile is seen.
class FollowingWhileModelsChangeTest {
    private static final int PHOTOS = 20;
    private static final Pace PACE = Pace.USUAL;

    @TempDir
    Path temporary;

    private final TwoModels models = new TwoModels();
    private final GivenChanges changes = new GivenChanges();
    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final CountDownLatch filling = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TestLibrary library;

    @BeforeEach
    void indexWithTheFirst() throws IOException {
        library = new TestLibrary(temporary, models.first());
        WarmLabels.into(library.location.cache(), models.second());
        for (int i = 0; i < PHOTOS; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.index();
        PhotoLibrary.choose(library.location, "second");
    }

    /// All photos are known, so the first to be decoded is decoded for the second model.
    private StageObserver.Visit holdUp(Stage stage) {
        if (stage == Stage.DECODE) {
            filling.countDown();
            try {
                assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return () -> {
        };
    }

    private static void await(IndexingRun run) {
        assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void aPhotoThatIsAddedMeanwhileIsIndexedBeforeTheOthersAreEncoded() throws Exception {
        try (PhotoLibrary open = PhotoLibrary.open(library.location, models, this::holdUp, Clock.systemUTC());
                Catalog catalog = Catalog.openForReading(library.location.catalog());
                StageObserver.Visit _ = goOn::countDown) {
            FolderFollower follower = new FolderFollower(catalog, library.drives, open.indexing()::start, changes,
                    clock, PACE, _ -> true);
            IndexingRun change = follower.step().orElseThrow();
            assertThat(filling.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(change.progress().phase()).isEqualTo(Phase.CHANGING_MODEL);
            library.write("new.jpg", DrawnPhoto.jpeg(100));
            changes.in(library.photos);
            assertThat(follower.step()).as("not while it may still be being written").isEmpty();
            changes.takeListed();
            clock.pass(PACE.quiet());

            IndexingRun run = follower.step().orElseThrow();
            assertThat(follower.step()).as("one walk at a time").isEmpty();
            assertThat(change.result().isDone()).isFalse();
            goOn.countDown();
            await(run);

            assertThat(library.ids()).containsKey("new.jpg").hasSize(PHOTOS + 1);
            assertThat(change.result().isDone()).isTrue();
            assertThat(follower.step()).isEmpty();
            assertThat(open.models().inUse()).isEqualTo(models.second().space());
            assertThat(models.second().images).hasValue(PHOTOS + 1);
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
    }

    @Test
    void meanwhileTheFoldersAreLookedThroughAtTheUsualIntervals() throws Exception {
        try (PhotoLibrary open = PhotoLibrary.open(library.location, models, this::holdUp, Clock.systemUTC());
                Catalog catalog = Catalog.openForReading(library.location.catalog());
                StageObserver.Visit _ = goOn::countDown) {
            FolderFollower follower = new FolderFollower(catalog, library.drives, open.indexing()::start, changes,
                    clock, PACE, _ -> true);
            IndexingRun change = follower.step().orElseThrow();
            assertThat(filling.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(follower.step()).isEmpty();
            clock.pass(PACE.watched().minusMillis(1));
            assertThat(follower.step()).isEmpty();
            clock.pass(Duration.ofMillis(1));

            IndexingRun whole = follower.step().orElseThrow();
            goOn.countDown();
            await(change);
            await(whole);

            assertThat(follower.step()).isEmpty();
        }
    }
}
