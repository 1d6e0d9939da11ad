package semblance.indexer.index;

import java.util.SplittableRandom;

/// Turns vectors of one dimension all alike, so that every value of a turned vector holds a share of all the values of the
/// vector: signs by chance, then a Hadamard transform (Ailon and Chazelle 2009). Lengths and dot products stay as they are.
/// A dimension that is no power of two is turned in two overlapping pieces. The same in every process. Immutable.
final class Rotation {
    private static final long SEED = 20_261_122;

    private final int dimension;
    private final int piece;
    private final float[] signs;

    /// @param dimension at least 1
    Rotation(int dimension) {
        this.dimension = dimension;
        this.piece = Integer.highestOneBit(dimension);
        this.signs = new float[2 * dimension];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
    }

    /// A turned copy.
    float[] turn(float[] vector) {
        float[] turned = vector.clone();
        transform(turned, 0, 0);
        if (piece < dimension) {
            transform(turned, dimension - piece, dimension);
        }
        return turned;
    }

    /// Turns a piece.
    ///
    /// @param firstSign the sign of the first of all values
    private void transform(float[] values, int from, int firstSign) {
        for (int i = from; i < from + piece; i++) {
            values[i] *= signs[firstSign + i];
        }
        for (int half = piece / 2; half > 0; half /= 2) {
            for (int start = from; start < from + piece; start += 2 * half) {
                butterfly(values, start, half);
            }
        }
        float scale = (float) (1 / Math.sqrt(piece));
        for (int i = from; i < from + piece; i++) {
            values[i] *= scale;
        }
    }

    private static void butterfly(float[] values, int start, int half) {
        for (int i = start; i < start + half; i++) {
            float sum = values[i] + values[i + half];
            values[i + half] = values[i] - values[i + half];
            values[i] = sum;
        }
    }
}
