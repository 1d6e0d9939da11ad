package semblance.indexer.pipeline;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Where indexing runs wait while the user wants the machine for something else. Thread-safe.
final class PauseGate {
    /// How often those who wait ask whether they have to give up instead.
    private static final Duration ASK = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private long pausedSince;
    private long pausedBefore;
    private volatile boolean paused;

    void pause() {
        lock.lock();
        try {
            if (!paused) {
                pausedSince = System.nanoTime();
                paused = true;
            }
        } finally {
            lock.unlock();
        }
    }

    void resume() {
        lock.lock();
        try {
            if (paused) {
                pausedBefore += System.nanoTime() - pausedSince;
                paused = false;
                opened.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        return paused;
    }

    /// A clock that stands still during pauses, in nanoseconds.
    long workedNanos() {
        lock.lock();
        try {
            long now = System.nanoTime();
            return now - pausedBefore - (paused ? now - pausedSince : 0);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the end of a pause, if there is one.
    ///
    /// @param giveUp asked now and then
    void pass(BooleanSupplier giveUp) {
        lock.lock();
        try {
            while (paused && !giveUp.getAsBoolean()) {
                var _ = opened.await(ASK.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } finally {
            lock.unlock();
        }
    }
}
