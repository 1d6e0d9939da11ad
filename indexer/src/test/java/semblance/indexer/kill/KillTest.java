package semblance.indexer.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.LibraryLocation;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.testing.WarmLabels;
import semblance.model.starter.StarterModel;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Kills the indexing process with SIGKILL at random moments while the folder changes between the runs. The number of
/// runs is set by `-Dsemblance.kills=N`.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KillTest {
    private static final List<Stage> TARGETS = List.of(Stage.SCAN, Stage.DECODE, Stage.ENCODE, Stage.CATALOG_COMMIT,
            Stage.INDEX_COMMIT, Stage.INDEX_MERGE);
    /// Lucene merges every few runs: so many are made until it does.
    private static final int RUNS_UNTIL_MERGE = 12;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

    @TempDir
    Path temporary;

    @Test
    @SuppressWarnings("SystemOut") // the histogram is the record of the test
    void nothingIsLostOrDoubledWhereverTheProcessIsKilled() throws IOException, InterruptedException {
        int runs = Integer.getInteger("semblance.kills", 8);
        Random random = Seed.next("KillTest").random();
        Path root = temporary.toRealPath();
        ChangingFolder folder = new ChangingFolder(root.resolve("photos"), random);
        folder.add(60);
        Files.write(folder.root.resolve("readme.txt"), new byte[]{'x'});
        LibraryLocation location = new LibraryLocation(root.resolve("data"), root.resolve("cache"));
        WarmLabels.into(location.cache(), StarterModel.bundled(1));
        LibraryOracle oracle = new LibraryOracle(location);
        Map<Stage, Integer> histogram = new EnumMap<>(Stage.class);
        int killed = 0;
        for (int run = 1; run <= runs; run++) {
            Stage target = TARGETS.get(run % TARGETS.size());
            folder.change(10 + random.nextInt(20));
            StageBoard board = indexAndKill(folder, location, target, random);
            for (int more = 1; target == Stage.INDEX_MERGE && board.visits(target) == 0
                    && more < RUNS_UNTIL_MERGE; more++) {
                folder.seen();
                folder.change(5);
                board = indexAndKill(folder, location, target, random);
            }
            String when = "run " + run + " aimed at " + target + ", killed in " + board.occupied();
            System.out.println("KillTest: " + when);
            if (!board.occupied().isEmpty()) {
                killed++;
                board.occupied().forEach(stage -> histogram.merge(stage, 1, Integer::sum));
            }
            if (Files.exists(location.catalog())) {
                oracle.assertSound(when);
                oracle.assertNothingLost(folder, when);
            }
            if (random.nextBoolean() || run == runs) {
                runToTheEnd(folder, location);
                oracle.assertComplete(folder, when + ", then run to the end");
                folder.seen();
            }
        }
        System.out.println(
                "KillTest: " + killed + " of " + runs + " runs killed at work, stations occupied: " + histogram);
        assertThat(killed).as("runs that were killed while a station was at work").isGreaterThan(runs / 2);
    }

    /// Waits for a visit of the station, a random one and a random moment of it.
    private StageBoard indexAndKill(ChangingFolder folder, LibraryLocation location, Stage target, Random random)
            throws IOException, InterruptedException {
        Path file = temporary.resolve("board");
        Files.deleteIfExists(file);
        StageBoard board = StageBoard.map(file);
        int visit = switch (target) {
            case DECODE -> 1 + random.nextInt(10);
            case ENCODE, CATALOG_COMMIT -> 1 + random.nextInt(4);
            default -> 1;
        };
        long pauseNanos = (long) (random.nextDouble() * longest(target).toNanos());
        Process process = IndexingProcess.start(location, folder.root, file, temporary.resolve("process.log"));
        while (process.isAlive() && !(board.visits(target) >= visit && board.inside(target) > 0)) {
            Thread.onSpinWait();
        }
        long until = System.nanoTime() + pauseNanos;
        while (process.isAlive() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        assertThat(process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return board;
    }

    private static Duration longest(Stage target) {
        return switch (target) {
            case SCAN, ENCODE -> Duration.ofMillis(25);
            case CATALOG_COMMIT, DECODE, INDEX_MERGE -> Duration.ofMillis(4);
            default -> Duration.ofMillis(5);
        };
    }

    private void runToTheEnd(ChangingFolder folder, LibraryLocation location) throws IOException, InterruptedException {
        Path log = temporary.resolve("process.log");
        Process process = IndexingProcess.start(location, folder.root, temporary.resolve("board"), log);
        assertThat(process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
