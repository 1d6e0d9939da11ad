package semblance.indexer.pipeline;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Bounds how many bytes are in memory at a time. Who wants more than there is gets all of it, alone.
public final class ByteBudget {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    public ByteBudget(long bytes) {
        this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(units, true);
    }

    /// Takes bytes, waiting until they are free; closing the loan gives them back.
    public Loan take(long bytes) {
        int wanted = Math.clamp(bytes / UNIT + 1, 1, units);
        try {
            free.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free.release(wanted);
            }
        };
    }

    /// Bytes that were taken; closing it once more changes nothing.
    @FunctionalInterface
    public interface Loan extends AutoCloseable {
        @Override
        void close();
    }
}
