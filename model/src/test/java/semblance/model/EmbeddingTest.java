package semblance.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

final class EmbeddingTest {

    @Test
    void outputIsScaledToUnitLength() {
        assertThat(Embedding.normalized(new float[]{3, -4}).toArray()).containsExactly(0.6f, -0.8f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void outputThatIsNotFiniteIsRefused(float value) {
        assertThatExceptionOfType(EncodingException.class)
                .isThrownBy(() -> Embedding.normalized(new float[]{1, value}));
    }

    @Test
    void zeroOutputIsRefused() {
        assertThatExceptionOfType(EncodingException.class).isThrownBy(() -> Embedding.normalized(new float[3]));
    }

    @Test
    void hugeAndMinuteOutputsKeepTheirDirection() {
        Embedding huge = Embedding.normalized(new float[]{3e38f, 3e38f});
        Embedding minute = Embedding.normalized(new float[]{Float.MIN_VALUE, Float.MIN_VALUE});

        assertThat(huge.cosine(minute)).isCloseTo(1, within(1e-6));
    }

    @Test
    void itSharesNoArrayWithItsCaller() {
        float[] given = {3, 4};
        Embedding embedding = Embedding.normalized(given);
        given[0] = 100;
        embedding.toArray()[1] = 100;

        assertThat(embedding.toArray()).containsExactly(0.6f, 0.8f);
    }

    @Test
    void equalityIsOfValues() {
        assertThat(Embedding.normalized(new float[]{3, 4})).isEqualTo(Embedding.normalized(new float[]{6, 8}))
                .hasSameHashCodeAs(Embedding.normalized(new float[]{6, 8}))
                .isNotEqualTo(Embedding.normalized(new float[]{4, 3}));
    }

    @Test
    void cosineOfOtherDimensionsIsRefused() {
        Embedding two = Embedding.normalized(new float[]{1, 0});
        Embedding three = Embedding.normalized(new float[]{1, 0, 0});

        assertThatIllegalArgumentException().isThrownBy(() -> two.cosine(three));
    }
}
