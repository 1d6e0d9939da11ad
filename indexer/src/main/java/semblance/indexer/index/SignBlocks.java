package semblance.indexer.index;

/// Sketches with one bit for each dimension, in blocks that are compared with a query as a whole. Immutable.
final class SignBlocks {
    /// So many sketches to a block; the last one is filled with empty ones.
    static final int SIZE = 512;

    private final int words;
    private final long[] bits;
    private final float[] factors;

    private SignBlocks(int words, long[] bits, float[] factors) {
        this.words = words;
        this.bits = bits;
        this.factors = factors;
    }

    /// Lays out sketches in blocks.
    ///
    /// @param numbers which sketches
    /// @param words   longs that hold the signs
    /// @param signs   of one sketch after the other
    /// @param stride  so many longs from one sketch to the next
    /// @param factors by which products with the signs are multiplied
    static SignBlocks of(int[] numbers, int words, long[] signs, int stride, float[] factors) {
        int padded = SIZE * Math.ceilDiv(numbers.length, SIZE);
        long[] bits = new long[Math.multiplyExact(padded, words)];
        float[] some = new float[padded];
        for (int i = 0; i < numbers.length; i++) {
            for (int word = 0; word < words; word++) {
                bits[i / SIZE * SIZE * words + word * SIZE + i % SIZE] = signs[numbers[i] * stride + word];
            }
            some[i] = factors[numbers[i]];
        }
        return new SignBlocks(words, bits, some);
    }

    /// The dot products of a query and the vectors' differences from the mean, roughly.
    ///
    /// @param products takes them, [#SIZE] of them
    void dots(QuerySketch query, int block, float[] products) {
        query.dots(bits, block * SIZE * words, products);
        for (int i = 0; i < products.length; i++) {
            products[i] *= factors[block * SIZE + i];
        }
    }
}
