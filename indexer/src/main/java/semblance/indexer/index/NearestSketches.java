package semblance.indexer.index;

import java.util.Arrays;

import org.apache.lucene.util.NumericUtils;

/// The documents of the highest scores seen so far, at least as many as are wanted. Not thread-safe.
final class NearestSketches {
    private final int wanted;
    private final long[] scored;
    private int size;
    private float least = Float.NEGATIVE_INFINITY;

    /// @param wanted at least 1
    NearestSketches(int wanted) {
        this.wanted = wanted;
        this.scored = new long[Math.multiplyExact(2, wanted)];
    }

    /// Whether a document of this score could be among them.
    boolean wants(float score) {
        return score > least;
    }

    /// Takes a document in, each one once.
    void add(float score, int doc) {
        scored[size++] = (long) NumericUtils.floatToSortableInt(score) << Integer.SIZE | doc;
        if (size == scored.length) {
            trim();
        }
    }

    /// Takes in what another found among other documents.
    void addAll(NearestSketches other) {
        for (int i = 0; i < other.size; i++) {
            float score = NumericUtils.sortableIntToFloat((int) (other.scored[i] >> Integer.SIZE));
            if (wants(score)) {
                add(score, (int) other.scored[i]);
            }
        }
    }

    private void trim() {
        if (size >= wanted) {
            Arrays.sort(scored, 0, size);
            System.arraycopy(scored, size - wanted, scored, 0, wanted);
            size = wanted;
            least = NumericUtils.sortableIntToFloat((int) (scored[0] >> Integer.SIZE));
        }
    }

    /// The documents; ascending.
    int[] docs() {
        trim();
        int[] docs = new int[size];
        for (int i = 0; i < size; i++) {
            docs[i] = (int) scored[i];
        }
        Arrays.sort(docs);
        return docs;
    }
}
