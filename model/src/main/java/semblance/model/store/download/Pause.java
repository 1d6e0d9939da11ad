package semblance.model.store.download;

import java.time.Duration;

/// Lets time pass before something is tried again.
@FunctionalInterface
public interface Pause {
    /// Comes back after that time.
    ///
    /// @throws InterruptedException if the thread is interrupted
    void last(Duration duration) throws InterruptedException;
}
