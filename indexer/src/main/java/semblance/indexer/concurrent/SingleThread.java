package semblance.indexer.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A thread that owns something which only one thread may use: a connection, a session. Others hand it their work.
public final class SingleThread implements Executor, AutoCloseable {
    private final ExecutorService executor;
    private volatile @Nullable Thread thread;

    /// Makes a daemon thread that starts with its first work.
    public SingleThread(String name) {
        this(name, Thread.NORM_PRIORITY);
    }

    /// Makes a daemon thread that starts with its first work.
    ///
    /// @param priority as of [Thread#setPriority], which some systems pass over
    @SuppressWarnings("ThreadPriorityCheck") // a hint to the system, on which nothing relies
    SingleThread(String name, int priority) {
        executor = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            made.setPriority(priority);
            thread = made;
            return made;
        });
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    /// Runs work on this thread and waits for it; at once if the caller is this thread. What the work throws is thrown.
    public <T> T call(Supplier<T> work) {
        if (Thread.currentThread().equals(thread)) {
            return work.get();
        }
        try {
            return CompletableFuture.supplyAsync(work, executor).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Lets work that was handed over finish, for some seconds at most, and ends the thread.
    @Override
    public void close() {
        Shutdown.gently(executor);
    }

    /// Ends a pool.
    static final class Shutdown {
        private static final long PATIENCE_SECONDS = 30;

        private Shutdown() {
        }

        static void gently(ExecutorService executor) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
