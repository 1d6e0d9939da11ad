package semblance.app.window.wording;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.pipeline.IndexingProgress;
import semblance.indexer.pipeline.IndexingProgress.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTextTest {
    private static IndexingProgress progress(Phase phase, long found, long done) {
        return new IndexingProgress(phase, 10_000, found, done, 0, 0, done, Duration.ofSeconds(12),
                Duration.ofSeconds(10));
    }

    @Test
    void whileFoldersAreWalkedTheEndIsNotKnown() {
        assertThat(ProgressText.of(progress(Phase.SCANNING, 0, 0))).isEqualTo("Looking for new photos");
        assertThat(ProgressText.of(progress(Phase.SCANNING, 1500, 1200)))
                .isEqualTo("Indexing 1,200 of 1,500 or more · 120 per second");
    }

    @Test
    void onceTheyAreWalkedRateAndTimeLeftAreTold() {
        assertThat(ProgressText.of(progress(Phase.READING, 9000, 1200)))
                .isEqualTo("Indexing 1,200 of 9,000 · 120 per second · about 2 min left");
        assertThat(ProgressText.of(progress(Phase.READING, 9000, 0))).isEqualTo("Indexing 0 of 9,000");
    }

    @Test
    void comparingIsToldApartFromIndexing() {
        assertThat(ProgressText.of(progress(Phase.COMPARING, 9000, 1200)))
                .isEqualTo("Comparing photos with each other, 1,200 of 9,000");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                           0,     a few seconds
                           9,     a few seconds
                           10,    about 10 s
                           31,    about 40 s
                           60,    about 1 min
                           61,    about 2 min
                           5399,  about 90 min
                           5400,  about 1.5 hours
                           36000, about 10.0 hours
                           """)
    void durationsAreToldAsPeopleDo(long seconds, String text) {
        assertThat(ProgressText.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
