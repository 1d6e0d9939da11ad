package semblance.model;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;

/// With the starter's numbers.
class CertaintyCurveTest {
    private final CertaintyCurve curve = StarterModel.bundled(1).scoring().certainty();

    @Test
    void noProbabilityIsNoCertaintyAndAllIsAll() {
        assertThat(curve.of(0)).isZero();
        assertThat(curve.of(1)).isEqualTo(1);
    }

    @Test
    void certaintyGrowsWithProbability() {
        for (double probability = 0; probability < 1; probability += 0.001) {
            assertThat(curve.of(probability + 0.001)).isGreaterThan(curve.of(probability));
        }
    }

    @Test
    void aModelThatNobodyMeasuredShowsItsProbabilities() {
        assertThat(CertaintyCurve.IDENTITY.of(0.3)).isCloseTo(0.3, Offset.offset(1e-12));
    }

    /// Computed with another program from the two numbers of the curve.
    @ParameterizedTest
    @CsvSource({"0.05, 0.220", "0.164, 0.400", "0.5, 0.657", "0.9, 0.889"})
    void theCurveIsTheMeasuredOne(double probability, double certainty) {
        assertThat(curve.of(probability)).isCloseTo(certainty, Offset.offset(0.002));
    }
}
