package semblance.indexer.index;

/// A query made ready for sketches: turned like them, its values rounded to sixteen steps, whose bits lie apart so that a bit
/// count compares them with 64 dimensions at once (RaBitQ, Gao and Long 2024). Immutable.
final class QuerySketch {
    private static final int BITS = 4;
    /// The greatest rounded value; the values are the odd numbers from its negative.
    private static final int GREATEST = (1 << BITS) - 1;
    /// So many longs are compared in one go.
    private static final int STRIDE = 4;

    private final int dimension;
    private final long[] bits;
    private final float step;

    private QuerySketch(int dimension, long[] bits, float step) {
        this.dimension = dimension;
        this.bits = bits;
        this.step = step;
    }

    /// How many longs the signs of a vector take: a bit for each dimension, and some unused ones.
    static int words(int dimension) {
        return STRIDE * Math.ceilDiv(dimension, STRIDE * Long.SIZE);
    }

    static QuerySketch of(Rotation rotation, float[] query) {
        float[] turned = rotation.turn(query);
        float greatest = Float.MIN_NORMAL;
        for (float value : turned) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        float step = greatest / GREATEST;
        long[] bits = new long[BITS * words(turned.length)];
        for (int i = 0; i < turned.length; i++) {
            int rounded = Math.clamp(Math.round((turned[i] / step + GREATEST) / 2), 0, GREATEST);
            for (int bit = 0; bit < BITS; bit++) {
                bits[BITS * (i / Long.SIZE) + bit] |= (rounded >>> bit & 1L) << i;
            }
        }
        return new QuerySketch(turned.length, bits, step);
    }

    /// The dot product with a vector of which only the signs are known, each of its values being 1 or -1.
    ///
    /// @param signs a bit for each value, set for 1; unused ones are not set
    /// @param from  the first of the longs of this vector
    float dot(long[] signs, int from) {
        int differing = 0;
        int bit = 0;
        for (int word = from; bit < bits.length; word += STRIDE) {
            differing += differing(signs[word], bit) + differing(signs[word + 1], bit + BITS)
                    + differing(signs[word + 2], bit + 2 * BITS) + differing(signs[word + 3], bit + 3 * BITS);
            bit += STRIDE * BITS;
        }
        return step * (GREATEST * dimension - 2 * differing);
    }

    private int differing(long signs, int bit) {
        return Long.bitCount(signs ^ bits[bit]) + 2 * Long.bitCount(signs ^ bits[bit + 1])
                + 4 * Long.bitCount(signs ^ bits[bit + 2]) + 8 * Long.bitCount(signs ^ bits[bit + 3]);
    }

    /// The same with several vectors, of which the first longs of all lie side by side, then the second of all, and so on:
    /// laid out so, the processor's vector instructions compare several at once.
    ///
    /// @param products takes them; as many as it holds are laid out together
    void dots(long[] signs, int from, float[] products) {
        int[] differing = new int[products.length];
        for (int word = 0; word < bits.length / BITS; word++) {
            count(signs, from + word * products.length, BITS * word, differing);
        }
        for (int i = 0; i < products.length; i++) {
            products[i] = step * (GREATEST * dimension - 2 * differing[i]);
        }
    }

    private void count(long[] signs, int from, int bit, int[] differing) {
        long ones = bits[bit];
        long twos = bits[bit + 1];
        long fours = bits[bit + 2];
        long eights = bits[bit + 3];
        for (int i = 0; i < differing.length; i++) {
            long own = signs[from + i];
            differing[i] += Long.bitCount(own ^ ones) + 2 * Long.bitCount(own ^ twos) + 4 * Long.bitCount(own ^ fours)
                    + 8 * Long.bitCount(own ^ eights);
        }
    }
}
