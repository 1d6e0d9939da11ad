package semblance.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.indexer.pipeline.IndexingProgress;
import semblance.indexer.pipeline.IndexingProgress.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {
    private static IndexingProgress progress(Phase phase, long found, long done, long failed, Duration elapsed) {
        return new IndexingProgress(phase, 5000, found, done, failed, 0, done, elapsed, elapsed);
    }

    @Test
    void readingTellsShareRateAndTimeLeft() {
        assertThat(ProgressLine.text(progress(Phase.READING, 2000, 500, 0, Duration.ofSeconds(10))))
                .isEqualTo("Indexing 500 of 2,000 (25 %), 50/s, 0:30 left");
    }

    @Test
    void failuresAreCounted() {
        assertThat(ProgressLine.text(progress(Phase.READING, 2000, 500, 3, Duration.ofSeconds(10))))
                .isEqualTo("Indexing 500 of 2,000 (25 %), 50/s, 0:30 left, 3 failed");
    }

    @Test
    void aSlowRateHasADecimalAndNoRateIsNotGuessed() {
        assertThat(ProgressLine.text(progress(Phase.READING, 10, 2, 0, Duration.ofSeconds(4))))
                .isEqualTo("Indexing 2 of 10 (20 %), 0.5/s, 0:16 left");
        assertThat(ProgressLine.text(progress(Phase.READING, 10, 0, 0, Duration.ZERO)))
                .isEqualTo("Indexing 0 of 10 (0 %)");
    }

    @Test
    void duringTheWalkTheTotalIsALowerBound() {
        assertThat(ProgressLine.text(progress(Phase.SCANNING, 800, 100, 0, Duration.ofSeconds(2))))
                .isEqualTo("Indexing 100 of 800 or more, 50/s");
        assertThat(ProgressLine.text(progress(Phase.SCANNING, 0, 0, 0, Duration.ofSeconds(2))))
                .isEqualTo("Looking through the folders: 5,000 files");
    }

    @Test
    void theEndTellsTheTimeItTook() {
        assertThat(ProgressLine.text(progress(Phase.FINISHED, 800, 800, 0, Duration.ofSeconds(3725))))
                .isEqualTo("Read 800 files in 1:02:05, 0.2/s");
        assertThat(ProgressLine.text(progress(Phase.FINISHED, 0, 0, 0, Duration.ofMillis(1600))))
                .isEqualTo("Nothing new among 5,000 files (0:02)");
    }

    @ParameterizedTest
    @EnumSource
    void theLargestLibraryFitsOnALine(Phase phase) {
        IndexingProgress large = progress(phase, 99_999_999, 99_999_998, 12_345_678, Duration.ofHours(99));

        assertThat(ProgressLine.text(large)).hasSizeLessThanOrEqualTo(79);
        assertThat(drawn(large)).hasSizeLessThanOrEqualTo(79);
    }

    @Test
    void theBarFillsWithTheShareDone() {
        assertThat(drawn(progress(Phase.READING, 100, 50, 0, Duration.ofSeconds(1))))
                .startsWith("██████████░░░░░░░░░░ Indexing 50 of 100");
        assertThat(drawn(progress(Phase.READING, 100, 100, 0, Duration.ofSeconds(1))))
                .startsWith("████████████████████ Indexing");
    }

    @Test
    void theBarWaitsUntilTheTotalIsKnown() {
        assertThat(drawn(progress(Phase.SCANNING, 100, 50, 0, Duration.ofSeconds(1)))).startsWith("Indexing");
    }

    @Test
    void withoutATerminalALineComesEveryFewSeconds() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PlainProgress plain = new PlainProgress(new PrintStream(err, true, StandardCharsets.UTF_8));

        for (int millis = 0; millis < 12_000; millis += 200) {
            plain.show(progress(Phase.READING, 100, 10, 0, Duration.ofMillis(millis)));
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aMessageTakesThePlaceOfTheBar() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        TerminalProgress line = new TerminalProgress(new PrintStream(err, true, StandardCharsets.UTF_8));

        line.show(progress(Phase.READING, 100, 10, 0, Duration.ofSeconds(1)));
        line.interject("Photos are encoded on CUDA.");

        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("\r\u001b[KPhotos are encoded on CUDA." + System.lineSeparator());
    }

    /// What a terminal shows of the line.
    private static String drawn(IndexingProgress progress) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new TerminalProgress(new PrintStream(err, true, StandardCharsets.UTF_8)).show(progress);
        return err.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "");
    }
}
