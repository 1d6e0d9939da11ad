package semblance.indexer.pipeline;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import semblance.indexer.pipeline.IndexingProgress.Phase;

/// What the stations of one run tell: counts, whether to stop, and why it broke. Thread-safe; read as a snapshot.
final class RunState {
    private static final Set<Phase> PAUSABLE = EnumSet.of(Phase.SCANNING, Phase.READING, Phase.READING_METADATA,
            Phase.CHANGING_MODEL, Phase.COMPARING);

    final LongAdder scanned = new LongAdder();
    final LongAdder found = new LongAdder();
    final LongAdder done = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder skipped = new LongAdder();
    final LongAdder encoded = new LongAdder();
    final LongAdder deleted = new LongAdder();
    final LongAdder moved = new LongAdder();

    private final LongAdder toCompare = new LongAdder();
    private final LongAdder compared = new LongAdder();
    private final PauseGate gate;
    private final long started = System.nanoTime();
    private final AtomicLong firstRead = new AtomicLong();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SCANNING);
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
    private volatile boolean cancelled;

    RunState(PauseGate gate) {
        this.gate = gate;
    }

    boolean isPaused() {
        return gate.isPaused();
    }

    /// Waits for the end of a pause, or until the run is to stop.
    void passGate() {
        gate.pass(this::stopping);
    }

    void enter(Phase next) {
        phase.set(next);
    }

    /// Lets what is done once all is indexed tell how far it is.
    PhotoFollower.Told comparing() {
        return new PhotoFollower.Told() {
            @Override
            public void found(long photos) {
                toCompare.add(photos);
                enter(Phase.COMPARING);
                passGate();
            }

            @Override
            public void done(long photos) {
                compared.add(photos);
                passGate();
            }
        };
    }

    void reading() {
        firstRead.compareAndSet(0, gate.workedNanos());
    }

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /// The run as a whole cannot go on: disk full, no model, an error of the program. The first cause counts.
    ///
    /// @return what to throw for it
    RuntimeException breakOff(Throwable cause) {
        RuntimeException thrown = cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("indexing was broken off by " + cause, cause);
        return broken.compareAndSet(null, thrown) ? thrown : Objects.requireNonNullElse(broken.get(), thrown);
    }

    boolean stopping() {
        return cancelled || broken.get() != null;
    }

    void throwIfBroken() {
        RuntimeException cause = broken.get();
        if (cause != null) {
            throw cause;
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    IndexingProgress snapshot() {
        long first = firstRead.get();
        boolean comparing = phase.get() == Phase.COMPARING;
        return new IndexingProgress(shown(), scanned.sum(), (comparing ? toCompare : found).sum(),
                (comparing ? compared : done).sum(), failed.sum(), skipped.sum(),
                encoded.sum(), elapsed(), first == 0 ? Duration.ZERO : Duration.ofNanos(gate.workedNanos() - first));
    }

    private Phase shown() {
        Phase now = phase.get();
        return gate.isPaused() && PAUSABLE.contains(now) ? Phase.PAUSED : now;
    }
}
