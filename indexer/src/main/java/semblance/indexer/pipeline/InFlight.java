package semblance.indexer.pipeline;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the files between the feeder and the catalog: no more than a bound at a time, and none once all is settled.
final class InFlight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int bound;
    private int files;

    InFlight(int bound) {
        this.bound = bound;
    }

    /// A file enters, as soon as there is room.
    void enter() {
        lock.lock();
        try {
            awaitAtMost(bound - 1);
            files++;
        } finally {
            lock.unlock();
        }
    }

    /// A file is settled.
    void leave() {
        lock.lock();
        try {
            files--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all that entered have left.
    void awaitNone() {
        lock.lock();
        try {
            awaitAtMost(0);
        } finally {
            lock.unlock();
        }
    }

    private void awaitAtMost(int most) {
        try {
            while (files > most) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
