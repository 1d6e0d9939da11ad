package semblance.indexer.index;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Mean and deviation in one pass against two passes.
class ScoreDistributionTest {
    private static ScoreDistribution of(double... scores) {
        ScoreDistribution.Collector collector = new ScoreDistribution.Collector();
        Arrays.stream(scores).forEach(collector::add);
        return collector.result();
    }

    @Test
    void onePassGivesWhatTwoPassesGive() {
        Random random = Seed.next("ScoreDistributionTest").random();
        double[] scores = random.doubles(10_000, 0.2, 0.4).toArray();
        double mean = Arrays.stream(scores).average().orElseThrow();
        double deviation = Math
                .sqrt(Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).average().orElseThrow());

        ScoreDistribution distribution = of(scores);

        assertThat(distribution.count()).isEqualTo(10_000);
        assertThat(distribution.mean()).isCloseTo(mean, within(1e-12));
        assertThat(distribution.deviation()).isCloseTo(deviation, within(1e-12));
    }

    @Test
    void nearlyEqualScoresLoseNoPrecision() {
        double[] scores = new double[100_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 0.9 + (i % 2 == 0 ? 1e-9 : -1e-9);
        }
        assertThat(of(scores).deviation()).isCloseTo(1e-9, within(1e-12));
    }

    @Test
    void ofNothingOrOneScoreThereIsNoDeviation() {
        assertThat(of()).isEqualTo(new ScoreDistribution(0, 0, 0));
        assertThat(of(0.7)).isEqualTo(new ScoreDistribution(1, 0.7, 0));
    }
}
