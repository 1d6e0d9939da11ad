package semblance.app.concurrent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that is done if the program is told to end (Ctrl-C, log-out) while the hook is set.
public final class ShutdownHook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

    private final Thread thread;

    private ShutdownHook(Thread thread) {
        this.thread = thread;
    }

    /// Sets a hook; closing takes it away again.
    public static ShutdownHook set(String name, Runnable work) {
        Thread thread = Thread.ofPlatform().name(name).unstarted(work);
        Runtime.getRuntime().addShutdownHook(thread);
        return new ShutdownHook(thread);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            LOG.debug("the program is ending already, the hook runs", e);
        }
    }
}
