package semblance.indexer.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.indexer.index.ScoreDistribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Where the relevant hits end: the figures of decision 0002.
class RelevanceCutTest {
    private static ScoreDistribution scores(long count, double mean, double deviation) {
        return new ScoreDistribution(count, mean, deviation);
    }

    @ParameterizedTest
    @CsvSource({
        // Many near the best: standing out counts.
        "LOOSE,  0.30, 0.275", "NORMAL, 0.30, 0.300", "STRICT, 0.30, 0.325",
        // One far ahead: being near it counts.
        "LOOSE,  0.60, 0.40", "NORMAL, 0.60, 0.44", "STRICT, 0.60, 0.48"})
    void aHitStandsOutAndIsNearTheBest(Strictness strictness, double best, double least) {
        RelevanceCut cut = RelevanceCut.of(strictness, scores(1000, 0.2, 0.05), best);
        assertThat(cut.least()).isCloseTo(least, within(1e-12));
        assertThat(cut.passes(cut.least())).isTrue();
        assertThat(cut.passes(Math.nextDown(cut.least()))).isFalse();
    }

    @Test
    void stricterNeverShowsMore() {
        for (double best = 0.2; best < 1; best += 0.01) {
            ScoreDistribution scores = scores(1000, 0.2, 0.05);
            assertThat(RelevanceCut.of(Strictness.LOOSE, scores, best).least())
                    .isLessThan(RelevanceCut.of(Strictness.NORMAL, scores, best).least());
            assertThat(RelevanceCut.of(Strictness.NORMAL, scores, best).least())
                    .isLessThan(RelevanceCut.of(Strictness.STRICT, scores, best).least());
        }
    }

    @Test
    void aQueryWithoutAnAnswerHasNoHit() {
        double best = 0.2 + 1.4 * 0.05;
        for (Strictness strictness : Strictness.values()) {
            assertThat(RelevanceCut.of(strictness, scores(1000, 0.2, 0.05), best).passes(best)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandfulOfPhotosIsNotCut(Strictness strictness) {
        assertThat(RelevanceCut.of(strictness, scores(29, 0.2, 0.05), 0.9).passes(-1)).isTrue();
        assertThat(RelevanceCut.of(strictness, scores(30, 0.2, 0.05), 0.9).passes(0.2)).isFalse();
        assertThat(RelevanceCut.of(strictness, scores(0, 0, 0), 0).passes(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whereAllScoresAreTheSameAllPass(Strictness strictness) {
        assertThat(RelevanceCut.of(strictness, scores(100, 0.25, 0), 0.25).passes(0.25)).isTrue();
    }

    @Test
    void theCutFollowsTheQueryNotAFixedCosine() {
        RelevanceCut low = RelevanceCut.of(Strictness.NORMAL, scores(1000, 0.05, 0.03), 0.2);
        RelevanceCut high = RelevanceCut.of(Strictness.NORMAL, scores(1000, 0.35, 0.03), 0.5);
        assertThat(low.passes(0.18)).isTrue();
        assertThat(high.passes(0.36)).isFalse();
    }
}
