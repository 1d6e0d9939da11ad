package semblance.indexer.encode;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many pictures are encoded at once. Measured on the first batches of a run, with the photos that are to be encoded
/// anyway: several sizes in turn, so that what else the machine does meets all of them, and of each the batch that was
/// disturbed least counts. The smallest size wins that takes no more time a picture than the best one, but for a little:
/// memory grows with it, and a photo waits for its batch.
///
/// Thread-safe.
public final class BatchSize {
    /// Of each size; the first warms up and does not count.
    static final int ROUNDS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(BatchSize.class);
    private static final double LITTLE = 1.05;

    private final List<Integer> candidates;
    private final IntConsumer chosen;
    private final Map<Integer, Double> least = new HashMap<>();
    private int turn;
    private int size;

    /// @param candidates ascending, at least one
    /// @param known      the size that was measured before, if one was
    /// @param chosen     told once the size is known
    BatchSize(List<Integer> candidates, OptionalInt known, IntConsumer chosen) {
        this.candidates = List.copyOf(candidates);
        this.chosen = chosen;
        size = known.orElse(0);
    }

    /// Pictures that the next batch should have at most.
    public synchronized int next() {
        return isKnown() ? size : candidates.get(turn % candidates.size());
    }

    /// Tells what a batch took. One that was not full says nothing.
    public synchronized void took(int pictures, long nanos) {
        if (isKnown() || pictures != next()) {
            return;
        }
        if (turn >= candidates.size()) {
            least.merge(pictures, (double) nanos / pictures, Math::min);
        }
        turn++;
        if (turn == ROUNDS * candidates.size()) {
            size = best();
            chosen.accept(size);
        }
    }

    private boolean isKnown() {
        return size > 0;
    }

    private int best() {
        double best = Collections.min(least.values());
        LOG.info("nanoseconds a picture by batch: {}", least);
        return candidates.stream().filter(each -> least.getOrDefault(each, Double.MAX_VALUE) <= LITTLE * best)
                .findFirst().orElseThrow();
    }
}
