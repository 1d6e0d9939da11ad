package semblance.app.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Work and what is to follow it.
final class BackgroundTask<T> implements Runnable {
    private final Callable<T> work;
    private final Consumer<? super T> onResult;
    private final Consumer<? super Exception> onFailure;
    private final Executor ui;
    private volatile boolean cancelled;

    BackgroundTask(Callable<T> work, Consumer<? super T> onResult, Consumer<? super Exception> onFailure,
            Executor ui) {
        this.work = work;
        this.onResult = onResult;
        this.onFailure = onFailure;
        this.ui = ui;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        if (cancelled) {
            return;
        }
        try {
            T result = work.call();
            deliver(() -> onResult.accept(result));
        } catch (Exception e) { // handed on, whatever it is
            deliver(() -> onFailure.accept(e));
        }
    }

    /// Asks again on the UI thread: what is called off there is never heard of, even if it is done already.
    private void deliver(Runnable delivery) {
        ui.execute(() -> {
            if (!cancelled) {
                delivery.run();
            }
        });
    }
}
