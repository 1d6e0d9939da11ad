package semblance.app.concurrent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The seam through which the window has work done in the background. Results come back on the UI thread; so do
/// failures, none of which is silent. Called on the UI thread.
public interface TaskRunner {
    /// Starts work.
    ///
    /// @param onResult  called with what the work returned
    /// @param onFailure called with what the work threw
    /// @return to call it off: afterwards neither consumer is called, and work that has not begun never begins
    <T> Cancellation run(Callable<T> work, Consumer<? super T> onResult, Consumer<? super Exception> onFailure);

    /// Does something on the UI thread after a while.
    ///
    /// @return to call it off
    Cancellation after(Duration delay, Runnable action);

    /// Calls work off; once is as good as twice, and too late does no harm.
    @FunctionalInterface
    interface Cancellation {
        /// For work that was never started.
        Cancellation NONE = () -> {
        };

        void cancel();
    }
}
