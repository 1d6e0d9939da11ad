package semblance.indexer.metadata;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/// Tells times at which a photo may have been taken from those that clocks make up.
final class Plausibility {
    /// The oldest photograph that is kept was taken then; scans are dated by the people who know.
    private static final int FIRST_PHOTOGRAPH = 1826;
    /// Clocks at the other end of the world are up to 26 hours ahead of those here; nobody minds a clock a little fast.
    private static final Duration AHEAD = Duration.ofDays(2);
    /// What a clock shows that lost its battery or was never set. A second later it may be a new year's party, so only these
    /// very seconds are refused, and only when a camera wrote them: people date scans by their year.
    private static final Set<LocalDateTime> UNSET = Set.of(LocalDate.of(1970, 1, 1).atStartOfDay(),
            LocalDate.of(1980, 1, 1).atStartOfDay(), LocalDate.of(2000, 1, 1).atStartOfDay());
    private static final LocalDate EPOCH = LocalDate.of(1970, 1, 1);

    private final Clock clock;

    Plausibility(Clock clock) {
        this.clock = clock;
    }

    /// Whether a person may mean it.
    boolean isTime(LocalDateTime local) {
        return local.getYear() >= FIRST_PHOTOGRAPH
                && local.isBefore(LocalDateTime.ofInstant(clock.instant().plus(AHEAD), ZoneOffset.UTC));
    }

    /// Whether a camera may mean it. What counts from 1970 and was not set shows that day or, west of Greenwich, the one
    /// before; no camera wrote EXIF then.
    boolean isCameraTime(LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        return isTime(local) && !UNSET.contains(local) && !day.equals(EPOCH) && !day.equals(EPOCH.minusDays(1));
    }
}
