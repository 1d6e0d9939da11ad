package semblance.app.window.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/// The UI thread of the toolkit, which is started once for all tests of a process.
public final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PULSES_PER_LOOK = 3;

    private Ui() {
    }

    /// Starts the toolkit unless it runs already.
    public static void start() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException _) {
            started.complete(true); // an earlier test has started it
        }
        get(started, () -> "the toolkit does not start");
    }

    /// Runs something on the UI thread and waits for what it returns.
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) { // handed on to the test
                result.completeExceptionally(e);
            }
        });
        return get(result, () -> "the UI thread does not answer");
    }

    /// Runs something on the UI thread and waits for its end.
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until a condition holds, which is asked on the UI thread between pulses.
    ///
    /// @param what that is, for the message if it never does
    /// @param details of the state that was met instead
    public static void await(String what, BooleanSupplier condition, Supplier<String> details) {
        CompletableFuture<Boolean> holds = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            private long pulses;

            @Override
            public void handle(long now) {
                if (pulses++ % PULSES_PER_LOOK != 0) {
                    return; // leaves the processor to what is waited for
                }
                try {
                    if (condition.getAsBoolean()) {
                        holds.complete(true);
                    }
                } catch (RuntimeException | AssertionError e) { // handed on to the test
                    holds.completeExceptionally(e);
                }
            }
        };
        run(timer::start);
        try {
            get(holds, () -> "never: " + what + "; instead " + call(details::get));
        } finally {
            run(timer::stop);
        }
    }

    /// Waits until a condition holds.
    public static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "it does not hold");
    }

    /// The key that shortcuts go with.
    public static KeyCode shortcut() {
        return System.getProperty("os.name", "").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
    }

    private static <T> T get(CompletableFuture<T> future, Supplier<String> complaint) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(complaint.get(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
