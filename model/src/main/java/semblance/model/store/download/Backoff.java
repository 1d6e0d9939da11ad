package semblance.model.store.download;

import java.time.Duration;
import java.util.Optional;

/// How long to wait before the next attempt: longer each time, and begun anew when there was progress in between.
final class Backoff {
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    private int failures;

    /// After an attempt that got further than any before.
    void progress() {
        failures = 0;
    }

    /// After an attempt that failed.
    ///
    /// @param asked by the server
    /// @return the time to wait; empty if it is better to give up
    Optional<Duration> next(Optional<Duration> asked) {
        failures++;
        Duration own = Duration.ofSeconds(1L << (failures - 1));
        Duration wait = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
        return failures < MOST_ATTEMPTS && wait.compareTo(LONGEST_ASKED) <= 0 ? Optional.of(wait) : Optional.empty();
    }
}
