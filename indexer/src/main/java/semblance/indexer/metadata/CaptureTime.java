package semblance.indexer.metadata;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When a photo was taken, by the clock on the wall there.
///
/// @param local  to the millisecond
/// @param offset of that clock from UTC, where it is known
public record CaptureTime(LocalDateTime local, Optional<ZoneOffset> offset, TimeSource source) {
    /// A time of which only the instant is known, by the clock of some place.
    public static CaptureTime of(Instant instant, ZoneId zone, TimeSource source) {
        ZonedDateTime there = instant.atZone(zone);
        return new CaptureTime(there.toLocalDateTime(), Optional.of(there.getOffset()), source);
    }

    /// As the catalog keeps it.
    ///
    /// @param localMs       milliseconds from the beginning of 1970 to that reading of the clock
    /// @param offsetMinutes of the clock from UTC
    public static CaptureTime of(long localMs, Optional<Integer> offsetMinutes, TimeSource source) {
        return new CaptureTime(
                LocalDateTime.ofEpochSecond(Math.floorDiv(localMs, 1000), 1_000_000 * Math.floorMod(localMs, 1000),
                        ZoneOffset.UTC),
                offsetMinutes.map(minutes -> ZoneOffset.ofTotalSeconds(60 * minutes)), source);
    }

    /// Whether it tells at what time of day the photo was taken. A file's time does not, for copies change it; nor does a day
    /// alone, which becomes midnight where people write it, of scans for example.
    public boolean hasTimeOfDay() {
        return switch (source) {
            case FILE_NAME_DAY, FILE_TIME -> false;
            case SIDECAR, XMP_ORIGINAL, IPTC -> !local.toLocalTime().equals(LocalTime.MIDNIGHT);
            case EXIF_ORIGINAL, DIGITIZED, CONTAINER, GPS, FILE_NAME, EXIF_CHANGED -> true;
        };
    }

    /// Milliseconds from the beginning of 1970 to that reading of the clock.
    public long localMs() {
        return localMs(local);
    }

    static long localMs(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /// The offset in minutes.
    public Optional<Integer> offsetMinutes() {
        return offset.map(known -> known.getTotalSeconds() / 60);
    }
}
