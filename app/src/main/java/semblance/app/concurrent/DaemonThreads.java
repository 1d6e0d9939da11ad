package semblance.app.concurrent;

import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For the few things that wait for long: each gets a thread of its own, which does not keep the program alive.
public final class DaemonThreads {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonThreads.class);

    private DaemonThreads() {
    }

    /// Starts a thread of this name for every piece of work it is given.
    public static Executor named(String name) {
        return work -> Thread.ofPlatform().name(name).daemon()
                .uncaughtExceptionHandler((_, e) -> LOG.error("{} broke off", name, e)).start(work);
    }
}
