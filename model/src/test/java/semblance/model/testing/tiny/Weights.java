package semblance.model.testing.tiny;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// The weights of a model by name, made when first asked for: the graph and the forward pass get the same.
final class Weights {
    private final Random random;
    private final Map<String, Tensor> tensors = new HashMap<>();

    Weights(Random random) {
        this.random = random;
    }

    /// Numbers around 0, the smaller the more inputs are summed up.
    Tensor normal(String name, int... shape) {
        int inputs = shape.length == 4 ? shape[1] * shape[2] * shape[3] : shape[0];
        return make(name, shape, 0, 1.2 / Math.sqrt(inputs));
    }

    /// Numbers around 1, for scales.
    Tensor nearOne(String name, int... shape) {
        return make(name, shape, 1, 0.2);
    }

    private Tensor make(String name, int[] shape, double mean, double deviation) {
        return tensors.computeIfAbsent(name, _ -> {
            float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (mean + deviation * random.nextGaussian());
            }
            return new Tensor(shape, values);
        });
    }
}
