package semblance.indexer.concurrent;

import java.util.concurrent.CountDownLatch;

/// For a process that another one ends: the system's wish that it end (Ctrl-C, log-out) is left to that other one.
public final class IgnoredSignals {
    private IgnoredSignals() {
    }

    /// From now on this process ends by being halted or killed, and by nothing else: a signal starts Java's shutdown,
    /// which then waits for ever while the other threads work on.
    public static void untilHalted() {
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("semblance-ignore").unstarted(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
