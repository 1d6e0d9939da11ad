package semblance.indexer.index;

import java.util.Arrays;
import java.util.Collection;

import org.apache.lucene.util.IntroSelector;
import org.apache.lucene.util.NumericUtils;

/// The vectors of the highest scores that a thread has seen so far, at least as many as are wanted, less those that others have
/// bettered. Not thread-safe.
final class NearestSketches {
    private final SketchBound bound;
    private final int wanted;
    private final long[] scored;
    private int size;
    private float least;

    NearestSketches(SketchBound bound) {
        this.bound = bound;
        this.wanted = bound.wanted();
        this.scored = new long[Math.multiplyExact(2, wanted)];
        this.least = bound.least();
    }

    /// Takes together what several threads have found, each among other vectors.
    ///
    /// @return the numbers of as many as are wanted, or of all; ascending
    static int[] numbers(Collection<NearestSketches> found, int wanted) {
        NearestSketches all = new NearestSketches(new SketchBound(wanted));
        found.forEach(all::addAll);
        all.trim();
        int[] numbers = new int[all.size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) all.scored[i];
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private void addAll(NearestSketches other) {
        for (int i = 0; i < other.size; i++) {
            float score = score(other.scored[i]);
            if (wants(score)) {
                add(score, (int) other.scored[i]);
            }
        }
    }

    private static float score(long scored) {
        return NumericUtils.sortableIntToFloat((int) (scored >> Integer.SIZE));
    }

    /// Whether a vector of this score could be among them.
    boolean wants(float score) {
        return score > least;
    }

    /// Takes a vector in, each one once.
    ///
    /// @param number not negative
    void add(float score, int number) {
        scored[size++] = (long) NumericUtils.floatToSortableInt(score) << Integer.SIZE | number;
        if (size == scored.length) {
            trim();
        }
    }

    private void trim() {
        if (size >= wanted) {
            new HighestFirst().select(0, size, wanted - 1);
            size = wanted;
            bound.raise(score(scored[wanted - 1]));
            least = bound.least();
        }
    }

    private final class HighestFirst extends IntroSelector {
        private long pivot;

        @Override
        protected void setPivot(int i) {
            pivot = scored[i];
        }

        @Override
        protected int comparePivot(int i) {
            return Long.compare(scored[i], pivot);
        }

        @Override
        protected void swap(int i, int j) {
            long first = scored[i];
            scored[i] = scored[j];
            scored[j] = first;
        }
    }
}
