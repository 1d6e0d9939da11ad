package semblance.indexer.index;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.DoubleAccumulator;

import org.apache.lucene.util.IntroSelector;
import org.apache.lucene.util.NumericUtils;

/// The vectors of the highest scores that a thread has seen so far, at least as many as are wanted, less those that other
/// threads have bettered. Of vectors with the same score at the edge any may stay. Used by one thread at a time.
final class NearestSketches {
    private final Shared shared;
    private final int wanted;
    private final long[] scored;
    private int size;
    private float least;

    private NearestSketches(Shared shared) {
        this.shared = shared;
        this.wanted = shared.wanted;
        this.scored = new long[Math.multiplyExact(2, wanted)];
    }

    /// What several threads find together, each among other vectors. Thread-safe.
    static final class Shared {
        private final int wanted;
        private final DoubleAccumulator least = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);
        /// Threads go on with what an earlier piece of work has found: it tells what is not wanted any more.
        private final Queue<NearestSketches> idle = new ConcurrentLinkedQueue<>();

        /// @param wanted so many vectors are looked for; at least 1
        Shared(int wanted) {
            this.wanted = wanted;
        }

        /// For a piece of work, to be given back when it is done.
        NearestSketches take() {
            NearestSketches nearest = idle.poll();
            if (nearest == null) {
                nearest = new NearestSketches(this);
            }
            nearest.least = (float) least.get();
            return nearest;
        }

        void giveBack(NearestSketches nearest) {
            idle.add(nearest);
        }

        /// The numbers of as many as are wanted, or of all; ascending. Asked when all was given back.
        int[] numbers() {
            NearestSketches all = take();
            for (NearestSketches other = idle.poll(); other != null; other = idle.poll()) {
                all.addAll(other);
            }
            all.trim();
            giveBack(all);
            return Arrays.stream(all.scored, 0, all.size).mapToInt(scored -> (int) scored).sorted().toArray();
        }
    }

    private void addAll(NearestSketches other) {
        for (int i = 0; i < other.size; i++) {
            add(score(other.scored[i]), (int) other.scored[i]);
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
            shared.least.accumulate(score(scored[wanted - 1]));
            least = (float) shared.least.get();
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
