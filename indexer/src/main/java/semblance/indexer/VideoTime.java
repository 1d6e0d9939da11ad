package semblance.indexer;

import java.time.Duration;
import java.util.Locale;

/// How times in videos and their lengths are written for people: `0:42`, `12:05`, `1:02:03`.
public final class VideoTime {
    private VideoTime() {
    }

    /// The time in whole seconds, what is left over dropped, as players do.
    ///
    /// @param time not negative
    public static String of(Duration time) {
        String rest = String.format(Locale.ROOT, "%02d", time.toSecondsPart());
        return time.toHours() == 0
                ? time.toMinutes() + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", time.toHours(), time.toMinutesPart(), rest);
    }
}
