package semblance.indexer.occasion;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.TakenPhoto;
import semblance.indexer.metadata.CaptureTime;

/// A photo on a line of time that is the same everywhere on earth.
///
/// @param fromMs  milliseconds from the beginning of 1970, UTC
/// @param untilMs the same moment, or the end of a video
/// @param offset  of the clock where it was taken, as it is known or assumed
record Shot(TakenPhoto photo, long fromMs, long untilMs, ZoneOffset offset) {
    /// Containers tell of impossible durations.
    private static final long LONGEST_VIDEO_MS = Duration.ofHours(6).toMillis();

    private static Shot of(TakenPhoto photo, ZoneOffset offset) {
        long from = photo.taken().local().toInstant(offset).toEpochMilli();
        return new Shot(photo, from, from + Math.clamp(photo.durationMs(), 0, LONGEST_VIDEO_MS), offset);
    }

    /// Photos in the order in which they were taken. Cameras do not know their offset and phones do: a photo without one is
    /// taken to have that of the photo whose clock showed the nearest time, so that both come together wherever they were.
    ///
    /// @param byClock in the order of their clocks
    /// @param home    whose offset counts where none is known
    static List<Shot> inOrder(List<TakenPhoto> byClock, ZoneId home) {
        List<Optional<CaptureTime>> before = new ArrayList<>();
        Optional<CaptureTime> known = Optional.empty();
        for (TakenPhoto photo : byClock) {
            known = photo.taken().offset().isPresent() ? Optional.of(photo.taken()) : known;
            before.add(known);
        }
        List<Shot> shots = new ArrayList<>();
        CaptureTime behind = null;
        for (int i = byClock.size() - 1; i >= 0; i--) {
            CaptureTime taken = byClock.get(i).taken();
            behind = taken.offset().isPresent() ? taken : behind;
            shots.add(of(byClock.get(i), nearest(taken, before.get(i).orElse(null), behind)
                    .flatMap(CaptureTime::offset).orElseGet(() -> home.getRules().getOffset(taken.local()))));
        }
        shots.sort(Comparator.comparingLong(Shot::fromMs).thenComparingLong(shot -> shot.photo().photoId()));
        return shots;
    }

    private static Optional<CaptureTime> nearest(CaptureTime taken, @Nullable CaptureTime before,
            @Nullable CaptureTime behind) {
        if (before == null || behind == null) {
            return Optional.ofNullable(before == null ? behind : before);
        }
        return Optional.of(taken.localMs() - before.localMs() <= behind.localMs() - taken.localMs() ? before : behind);
    }
}
