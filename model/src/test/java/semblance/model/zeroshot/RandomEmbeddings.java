package semblance.model.zeroshot;

import java.util.Random;
import java.util.stream.IntStream;

import semblance.model.Embedding;

/// Points spread over the whole sphere.
final class RandomEmbeddings {
    static final int DIMENSION = 16;

    private final Random random;

    RandomEmbeddings(Random random) {
        this.random = random;
    }

    Embedding next() {
        float[] values = new float[DIMENSION];
        IntStream.range(0, DIMENSION).forEach(i -> values[i] = (float) random.nextGaussian());
        return Embedding.normalized(values);
    }
}
