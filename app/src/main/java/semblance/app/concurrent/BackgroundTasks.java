package semblance.app.concurrent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Background work on a small pool of named daemon threads.
public final class BackgroundTasks implements TaskRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final long PATIENCE_SECONDS = 5;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor clock;
    private final Executor ui;
    private volatile boolean closed;

    /// Makes a pool; its threads start with their first work.
    ///
    /// @param ui brings results to the UI thread
    public BackgroundTasks(String name, int threads, Executor ui) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((_, e) -> LOG.error("background work broke off", e));
            return thread;
        };
        this.workers = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingDeque<>(),
                factory);
        this.workers.allowCoreThreadTimeOut(true);
        this.clock = new ScheduledThreadPoolExecutor(1, factory);
        this.clock.setRemoveOnCancelPolicy(true);
        this.ui = ui;
    }

    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<? super T> onResult,
            Consumer<? super Exception> onFailure) {
        if (closed) {
            return Cancellation.NONE;
        }
        BackgroundTask<T> task = new BackgroundTask<>(work, onResult, onFailure, this::deliver);
        workers.execute(task);
        return () -> {
            task.cancel();
            workers.remove(task);
        };
    }

    /// Who is closed speaks no more.
    private void deliver(Runnable delivery) {
        ui.execute(() -> {
            if (!closed) {
                delivery.run();
            }
        });
    }

    @Override
    public Cancellation after(Duration delay, Runnable action) {
        if (closed) {
            return Cancellation.NONE;
        }
        BackgroundTask<Boolean> task = new BackgroundTask<>(() -> true, _ -> action.run(), _ -> {
        }, this::deliver);
        var scheduled = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            task.cancel();
            scheduled.cancel(false);
        };
    }

    /// Drops what has not begun, takes nothing more, and lets what is under way end, for some seconds at most.
    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        workers.getQueue().clear();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("background work goes on after its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
