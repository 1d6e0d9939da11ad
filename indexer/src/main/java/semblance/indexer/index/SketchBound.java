package semblance.indexer.index;

import java.util.concurrent.atomic.DoubleAccumulator;

/// What several threads that look for the best of many sketches know together: below this score nothing needs to be kept.
/// Thread-safe.
final class SketchBound {
    private final int wanted;
    private final DoubleAccumulator least = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);

    /// @param wanted so many are looked for, all threads together; at least 1
    SketchBound(int wanted) {
        this.wanted = wanted;
    }

    int wanted() {
        return wanted;
    }

    /// A thread has found as many as are wanted, of this score or a higher one.
    void raise(float score) {
        least.accumulate(score);
    }

    float least() {
        return (float) least.get();
    }
}
