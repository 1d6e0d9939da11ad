package semblance.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's or the user's wish that the program end (Ctrl-C, log-out, kill). Work that heeds it is told, and the
/// program ends when this is closed, or after some seconds; where none heeds it, the program ends at once. Thread-safe.
public final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final long PATIENCE_SECONDS = 20;

    private final Queue<Runnable> heeding = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean given;

    private StopSignal(String name) {
        hook = Thread.ofPlatform().name(name).unstarted(this::give);
    }

    /// Listens until it is closed.
    ///
    /// @param name of the thread on which work is told
    public static StopSignal listen(String name) {
        StopSignal signal = new StopSignal(name);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Tells some work when the signal is given, at once if it has been.
    ///
    /// @param stop asks the work to end soon, without waiting for it
    public void heed(Runnable stop) {
        heeding.add(stop);
        if (given) {
            stop.run();
        }
    }

    /// Whether the program is to end.
    public boolean given() {
        return given;
    }

    void give() {
        given = true;
        heeding.forEach(Runnable::run);
        try {
            if (!heeding.isEmpty() && !closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("the program ends before its work has stopped"); // a library stands a kill at any moment
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!given) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("the program has begun to end", e);
            }
        }
    }
}
