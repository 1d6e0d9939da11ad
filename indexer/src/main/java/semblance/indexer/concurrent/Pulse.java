package semblance.indexer.concurrent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does the same small thing again and again.
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledExecutorService executor;

    /// Starts a daemon thread.
    ///
    /// @param beat done at once and then after each pause; what it throws is logged, and it is done again all the same
    public Pulse(String name, Duration pause, Runnable beat) {
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        var _ = executor.scheduleWithFixedDelay(() -> {
            try {
                beat.run();
            } catch (RuntimeException e) { // a full disk or a locked catalog may be better the next time
                LOG.warn("{} stumbled", name, e);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Lets a beat under way finish and ends the thread.
    @Override
    public void close() {
        SingleThread.Shutdown.gently(executor);
    }
}
