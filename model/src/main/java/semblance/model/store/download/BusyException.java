package semblance.model.store.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A server cannot answer at present.
final class BusyException extends IOException {
    private final transient Optional<Duration> wait;

    /// @param wait that it asks for
    BusyException(String message, Optional<Duration> wait) {
        super(message);
        this.wait = wait;
    }

    Optional<Duration> asked() {
        return wait;
    }
}
