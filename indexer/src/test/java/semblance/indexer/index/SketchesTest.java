package semblance.indexer.index;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What sketches say against plain arithmetic.
class SketchesTest {
    private static final int VECTORS = 2_000;

    private final Random random = Seed.next("SketchesTest").random();

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 200, 256, 384, 512, 768})
    void scoresHaveNoBiasAndTheErrorThatIsSaid(int dimension) {
        float[] mean = Vectors.random(random, dimension);
        for (int i = 0; i < dimension; i++) {
            mean[i] /= 2;
        }
        float[] query = Vectors.random(random, dimension);
        Sketches.Builder builder = new Sketches.Builder(mean, VECTORS);
        double[] exact = new double[VECTORS];
        for (int number = 0; number < VECTORS; number++) {
            float[] vector = Vectors.near(random, mean, 0.8);
            builder.add(vector);
            for (int i = 0; i < dimension; i++) {
                exact[number] += query[i] * (double) (vector[i] - mean[i]);
            }
        }
        QuerySketch sketch = QuerySketch.of(new Rotation(dimension), query);
        Sketches twoBits = builder.build();
        float[] signs = products(builder.signs(IntStream.range(0, VECTORS).toArray()), sketch, VECTORS);

        double[] errors = IntStream.range(0, VECTORS).mapToDouble(i -> twoBits.dot(sketch, i) - exact[i]).toArray();
        double[] coarse = IntStream.range(0, VECTORS).mapToDouble(i -> signs[i] - exact[i]).toArray();
        double said = Math.sqrt(builder.variance());
        assertThat(deviation(errors)).isBetween(0.85 * said, 1.15 * said);
        assertThat(mean(errors)).isCloseTo(0, within(4 * said / Math.sqrt(VECTORS) + 0.1 * said));
        assertThat(deviation(coarse)).isBetween(1.5 * said, 3 * said);
        assertThat(mean(coarse)).isCloseTo(0, within(8 * said / Math.sqrt(VECTORS) + 0.2 * said));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 512})
    void someAreWhatTheyAreAmongAll(int dimension) {
        float[] none = new float[dimension];
        int count = SignBlocks.SIZE + 10;
        Sketches.Builder builder = new Sketches.Builder(none, count);
        for (int i = 0; i < count; i++) {
            builder.add(Vectors.random(random, dimension));
        }
        QuerySketch query = QuerySketch.of(new Rotation(dimension), Vectors.random(random, dimension));
        float[] all = products(builder.signs(IntStream.range(0, count).toArray()), query, count);
        float[] some = products(builder.signs(new int[]{2, count - 1}), query, 2);
        assertThat(some).containsExactly(all[2], all[count - 1]);
    }

    private static float[] products(SignBlocks signs, QuerySketch query, int count) {
        float[] products = new float[count];
        for (int from = 0; from < count; from += SignBlocks.SIZE) {
            float[] block = new float[SignBlocks.SIZE];
            signs.dots(query, from / SignBlocks.SIZE, block);
            System.arraycopy(block, 0, products, from, Math.min(SignBlocks.SIZE, count - from));
        }
        return products;
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 512})
    void theMeanItselfIsNothing(int dimension) {
        float[] mean = Vectors.random(random, dimension);
        Sketches.Builder builder = new Sketches.Builder(mean, 1);
        builder.add(mean);
        assertThat(builder.build().dot(QuerySketch.of(new Rotation(dimension), mean), 0)).isZero();
        assertThat(builder.variance()).isZero();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> values[i] - mean).map(v -> v * v)
                .average().orElseThrow());
    }
}
