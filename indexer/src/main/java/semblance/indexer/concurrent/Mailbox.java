package semblance.indexer.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/// Collects items from many threads and works through them in batches on one executor, which is free for other work
/// between the batches. Senders wait while the box is full.
///
/// @param <T> what is collected
public final class Mailbox<T> {
    private final Executor executor;
    private final BlockingQueue<T> queue;
    private final IntSupplier maxBatch;
    private final Duration linger;
    private final Consumer<List<T>> worker;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /// Makes an empty box.
    ///
    /// @param maxBatch asked before each batch
    /// @param linger   how long a batch that is not full waits for the next item
    /// @param worker   handles its own failures: what it throws is lost with the batch
    public Mailbox(Executor executor, int capacity, IntSupplier maxBatch, Duration linger,
            Consumer<List<T>> worker) {
        this.executor = executor;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.maxBatch = maxBatch;
        this.linger = linger;
        this.worker = worker;
    }

    /// Hands an item over, waiting while the box is full.
    ///
    /// @throws CancellationException if the thread is interrupted meanwhile
    public void put(T item) {
        try {
            queue.put(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        }
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this::workThrough);
        }
    }

    private void workThrough() {
        int most = maxBatch.getAsInt();
        List<T> batch = new ArrayList<>(most);
        try {
            queue.drainTo(batch, most);
            while (batch.size() < most && !linger.isZero()) {
                @Nullable
                T next = queue.poll(linger.toNanos(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                batch.add(next);
            }
            if (!batch.isEmpty()) {
                worker.accept(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } finally {
            scheduled.set(false);
            if (!queue.isEmpty()) {
                schedule();
            }
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }
}
