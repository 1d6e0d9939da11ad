package semblance.indexer.index;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RotationTest {
    private final Random random = Seed.next("RotationTest").random();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 256, 384, 512, 640, 768, 1152})
    void cosinesStayAsTheyAre(int dimension) {
        Rotation rotation = new Rotation(dimension);
        float[] a = Vectors.random(random, dimension);
        float[] b = Vectors.near(random, a, 0.5);
        assertThat(Vectors.cosine(rotation.turn(a), rotation.turn(b))).isCloseTo(Vectors.cosine(a, b), within(1e-4));
        assertThat(Vectors.cosine(rotation.turn(a), rotation.turn(a))).isCloseTo(1, within(1e-4));
    }

    /// As in embeddings of which one dimension is far greater than all others.
    @ParameterizedTest
    @ValueSource(ints = {256, 512, 768})
    void aSingleValueIsSpreadOverMany(int dimension) {
        float[] vector = new float[dimension];
        vector[random.nextInt(dimension)] = 1;
        float greatest = 0;
        for (float value : new Rotation(dimension).turn(vector)) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        assertThat(greatest).isLessThan(0.1f);
    }
}
