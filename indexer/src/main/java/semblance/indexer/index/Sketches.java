package semblance.indexer.index;

import org.apache.lucene.util.VectorUtil;

/// What is kept in memory of vectors: each one's difference from the mean of all, after a [Rotation], with two bits for
/// each dimension, and a factor. Scores follow from it with an error that is known and has no bias (RaBitQ, Gao and Long
/// 2024), in a fraction of the time that reading the vector takes. Immutable.
final class Sketches {
    /// The signs, and whether a value is far from zero.
    private static final int PLANES = 2;

    private final int words;
    private final long[] bits;
    private final float[] factors;

    /// @param words longs of a plane
    private Sketches(int words, long[] bits, float[] factors) {
        this.words = words;
        this.bits = bits;
        this.factors = factors;
    }

    /// Makes sketches of one vector after the other. Not thread-safe.
    static final class Builder {
        /// Of values that vary normally, those with more than so many deviations are far (Max 1960).
        private static final float FAR = 0.98f;
        /// What a far value counts for, others being 1.
        private static final int FAR_LEVEL = 3;

        private final Rotation rotation;
        private final float[] mean;
        private final int words;
        private final long[] bits;
        private final float[] factors;
        private final float[] ofSigns;
        private double variances;
        private int size;

        /// @param count so many will be added
        Builder(float[] mean, int count) {
            this.rotation = new Rotation(mean.length);
            this.mean = mean;
            this.words = QuerySketch.words(mean.length);
            this.bits = new long[Math.multiplyExact(count, PLANES * words)];
            this.factors = new float[count];
            this.ofSigns = new float[count];
        }

        void add(float[] vector) {
            float[] difference = vector.clone();
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= mean[i];
            }
            add(rotation.turn(difference), size * PLANES * words);
        }

        private void add(float[] turned, int from) {
            float squares = VectorUtil.dotProduct(turned, turned);
            float far = FAR * (float) Math.sqrt(squares / turned.length);
            float sum = 0;
            float ofFar = 0;
            int farCount = 0;
            for (int word = 0; word * Long.SIZE < turned.length; word++) {
                int start = word * Long.SIZE;
                int end = Math.min(turned.length, start + Long.SIZE);
                long positives = 0;
                long fars = 0;
                for (int i = start; i < end; i++) {
                    float value = Math.abs(turned[i]);
                    long isFar = value > far ? 1 : 0;
                    sum += value;
                    ofFar += isFar * value;
                    positives |= (turned[i] > 0 ? 1L : 0L) << i;
                    fars |= isFar << i;
                }
                long used = -1L >>> (Long.SIZE - (end - start));
                farCount += Long.bitCount(fars);
                bits[from + word] = positives;
                bits[from + words + word] = ~(positives ^ fars) & used;
            }
            float product = sum + (FAR_LEVEL - 1) * ofFar;
            float factor = product == 0 ? 0 : squares / product;
            float levels = turned.length + (FAR_LEVEL * FAR_LEVEL - 1) * farCount;
            variances += (factor * factor * levels - squares) / Math.max(1, turned.length - 1);
            ofSigns[size] = sum == 0 ? 0 : squares / sum;
            factors[size++] = factor;
        }

        /// With two bits for each dimension.
        Sketches build() {
            return new Sketches(words, bits, factors);
        }

        /// Those of some, with one bit for each dimension, laid out for going through all of them.
        SignBlocks signs(int[] numbers) {
            return SignBlocks.of(numbers, words, bits, PLANES * words, ofSigns);
        }

        /// By how much the errors let the scores vary, with two bits.
        float variance() {
            return (float) (variances / Math.max(1, size));
        }
    }

    /// The dot product of a query and a vector's difference from the mean, nearly.
    float dot(QuerySketch query, int number) {
        int at = number * PLANES * words;
        float product = query.dot(bits, at);
        return factors[number] * (2 * product + query.dot(bits, at + words));
    }

    /// Has the processor fetch some sketches that lie all over memory, waiting for all of them at once.
    ///
    /// @return a number that means nothing; as long as somebody keeps it Java does not leave the reading out
    long fetch(int[] numbers) {
        long sum = 0;
        for (int number : numbers) {
            int at = number * PLANES * words;
            sum += bits[at] + bits[at + words] + (long) factors[number];
        }
        return sum;
    }
}
