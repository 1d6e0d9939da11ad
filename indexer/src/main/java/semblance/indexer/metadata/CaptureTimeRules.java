package semblance.indexer.metadata;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Decides when a photo was taken, from what it says itself, its sidecar, and its file; see
/// docs/decisions/0016-capture-time.md. Thread-safe.
public final class CaptureTimeRules {
    private final ZoneId zone;
    private final FileNameTime names;

    /// @param clock what lies ahead of it was not taken yet
    /// @param zone  where the user is: for times of which only the instant is known
    public CaptureTimeRules(Clock clock, ZoneId zone) {
        this.zone = zone;
        this.names = new FileNameTime(zone, new Plausibility(clock));
    }

    /// Decides.
    ///
    /// @param content  what the bytes of the photo say
    /// @param sidecar  what its sidecar says
    /// @param name     of its file
    /// @param modified when that was last modified
    public CaptureTime decide(Optional<CaptureTime> content, Optional<CaptureTime> sidecar, String name,
            Instant modified) {
        // A sidecar repeats what it does not change, and then less exactly.
        Optional<CaptureTime> corrected = sidecar.filter(time -> content
                .filter(original -> seconds(original).equals(seconds(time))).isEmpty());
        if (corrected.isPresent()) {
            return corrected.get();
        }
        if (content.isPresent() && content.get().source().compareTo(TimeSource.FILE_NAME) < 0) {
            return content.get();
        }
        CaptureTime file = CaptureTime.of(modified, zone, TimeSource.FILE_TIME);
        return names.of(name).map(named -> atTimeOfDay(named, file)).or(() -> content).orElse(file);
    }

    private static LocalDateTime seconds(CaptureTime time) {
        return time.local().truncatedTo(ChronoUnit.SECONDS);
    }

    /// Where a name says only the day, and the file is of that day, the file says the time of day.
    private static CaptureTime atTimeOfDay(CaptureTime named, CaptureTime file) {
        return named.source() == TimeSource.FILE_NAME_DAY
                && named.local().toLocalDate().equals(file.local().toLocalDate())
                        ? new CaptureTime(file.local(), file.offset(), TimeSource.FILE_NAME)
                        : named;
    }
}
