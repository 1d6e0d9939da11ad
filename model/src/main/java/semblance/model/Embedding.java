package semblance.model;

import java.util.Arrays;

/// A point of an embedding space: a unit vector (L2 norm 1) of finite numbers. Immutable; the array given and the arrays
/// handed out are copies.
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /// Normalises what an encoder has put out.
    ///
    /// @param output any vector that is not zero
    /// @throws EncodingException if a value is not finite or all are zero: such a vector would poison every comparison
    public static Embedding normalized(float[] output) {
        double squares = 0;
        for (float value : output) {
            squares += (double) value * value;
        }
        if (!Double.isFinite(squares) || squares == 0) {
            throw new EncodingException("the encoder put out a vector that is zero or not finite");
        }
        double norm = Math.sqrt(squares);
        float[] unit = new float[output.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (output[i] / norm);
        }
        return new Embedding(unit);
    }

    public int dimension() {
        return values.length;
    }

    /// The cosine of the angle to another embedding of the same space, from -1 to 1.
    public double cosine(Embedding other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "embeddings of " + values.length + " and " + other.values.length + " dimensions");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    /// A copy of the values.
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + "]";
    }
}
