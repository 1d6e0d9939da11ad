package semblance.indexer.concurrent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Things that are done after a while, unless they are called off before. They share one daemon thread, which starts with
/// the first and sleeps between them.
public final class Alarms implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    /// Makes the thread, without starting it.
    public Alarms(String name) {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Sets an alarm.
    ///
    /// @param action short, for the next one waits for it
    public Alarm in(Duration delay, Runnable action) {
        AtomicBoolean rung = new AtomicBoolean();
        Future<?> pending = executor.schedule(() -> {
            rung.set(true);
            action.run();
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
        return new Alarm(rung, pending);
    }

    /// Calls all off and ends the thread.
    @Override
    public void close() {
        SingleThread.Shutdown.gently(executor);
    }

    /// One of them.
    public static final class Alarm implements AutoCloseable {
        private final AtomicBoolean rung;
        private final Future<?> pending;

        private Alarm(AtomicBoolean rung, Future<?> pending) {
            this.rung = rung;
            this.pending = pending;
        }

        /// Whether the action has begun.
        public boolean hasRung() {
            return rung.get();
        }

        /// Calls it off. An action that has begun goes on.
        @Override
        public void close() {
            pending.cancel(false);
        }
    }
}
