package semblance.indexer.space;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.TwoModels;
import semblance.indexer.testing.WarmLabels;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// A change of the model whose process is killed at random moments: searches go on with one model or the other, whole, and
/// nothing is lost.
class KilledChangeTest {
    private static final int PHOTOS = 60;
    private static final int MOST_KILLS = 4;
    private static final SearchOptions ALL = new SearchOptions(100, Strictness.NORMAL);

    @TempDir
    Path temporary;

    @Test
    void eachNextProcessGoesOnWhereTheLastWasTakenAway() throws IOException, InterruptedException {
        Random random = Seed.next("KilledChangeTest").random();
        TwoModels models = new TwoModels();
        TestLibrary library = new TestLibrary(temporary, models.first());
        WarmLabels.into(library.location.cache(), models.second());
        for (int i = 0; i < PHOTOS; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        try (PhotoLibrary open = PhotoLibrary.open(library.location, models, StageObserver.NONE, Clock.systemUTC())) {
            TestLibrary.index(open, library.photos);
        }
        PhotoLibrary.choose(library.location, "second");
        Path log = temporary.resolve("process.log");
        int kills = 0;
        for (Stage stage : List.of(Stage.ENCODE, Stage.CATALOG_COMMIT, Stage.DECODE, Stage.INDEX_COMMIT)) {
            int status = ChangingProcess.run(library.location, stage, 1 + random.nextInt(4), log);
            assertThat(status).as(Files.readString(log)).isIn(0, ChangingProcess.KILLED);
            kills += status == ChangingProcess.KILLED ? 1 : 0;
            assertThat(answers(library, models)).isEqualTo(PHOTOS);
        }
        long kept;
        try (PhotoLibrary reader = PhotoLibrary.openReadOnly(library.location, models)) {
            kept = reader.models().encoded(models.second().space().id());
        }
        int encoded = models.second().images.get();
        try (PhotoLibrary open = PhotoLibrary.open(library.location, models, StageObserver.NONE, Clock.systemUTC())) {
            TestLibrary.await(open, open.folders().all());
            assertThat(open.models().inUse()).isEqualTo(models.second().space());
            assertThat(open.search().byText("a house", ALL).hits()).hasSize(PHOTOS);
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
        assertThat(kills).isBetween(1, MOST_KILLS);
        assertThat(models.second().images.get() - encoded).as("photos encoded, without the %d of before", kept)
                .isEqualTo((int) (PHOTOS - kept));
    }

    /// How many photos a search finds beside everything.
    private static int answers(TestLibrary library, TwoModels models) {
        try (PhotoLibrary reader = PhotoLibrary.openReadOnly(library.location, models)) {
            return reader.search().byText("a house", ALL).hits().size();
        }
    }
}
