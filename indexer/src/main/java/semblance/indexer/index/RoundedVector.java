package semblance.indexer.index;

import org.apache.lucene.util.VectorUtil;

/// A vector with its values rounded to 255 steps: a quarter of the memory, and compared in a fraction of the time.
/// Immutable.
final class RoundedVector {
    private static final int STEPS = 127;

    private final byte[] values;
    private final float step;

    private RoundedVector(byte[] values, float step) {
        this.values = values;
        this.step = step;
    }

    static RoundedVector of(float[] vector) {
        float greatest = Float.MIN_NORMAL;
        for (float value : vector) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        float step = greatest / STEPS;
        byte[] values = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            values[i] = (byte) Math.round(vector[i] / step);
        }
        return new RoundedVector(values, step);
    }

    /// The dot product, nearly.
    float dot(RoundedVector other) {
        return VectorUtil.dotProduct(values, other.values) * step * other.step;
    }
}
