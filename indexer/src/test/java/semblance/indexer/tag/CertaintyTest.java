package semblance.indexer.tag;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CertaintyTest {
    @Test
    void noProbabilityIsNoCertaintyAndAllIsAll() {
        assertThat(Certainty.of(0)).isZero();
        assertThat(Certainty.of(1)).isEqualTo(1);
    }

    @Test
    void certaintyGrowsWithProbability() {
        for (double probability = 0; probability < 1; probability += 0.001) {
            assertThat(Certainty.of(probability + 0.001)).isGreaterThan(Certainty.of(probability));
        }
    }

    /// Computed with another program from the two numbers of the curve.
    @ParameterizedTest
    @CsvSource({"0.05, 0.220", "0.164, 0.400", "0.5, 0.657", "0.9, 0.889"})
    void theCurveIsTheMeasuredOne(double probability, double certainty) {
        assertThat(Certainty.of(probability)).isCloseTo(certainty, Offset.offset(0.002));
    }
}
