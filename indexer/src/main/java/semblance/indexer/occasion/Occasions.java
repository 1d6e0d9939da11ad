package semblance.indexer.occasion;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.catalog.TakenPhoto;

/// Finds the photos that were taken on the same occasion. Looks at the days around it alone, however large the library is.
public final class Occasions {
    private static final long FIRST_REACH_MS = Duration.ofDays(3).toMillis();
    /// Clocks differ by this much at one moment, and a pause has to be seen whole.
    private static final long MARGIN_MS = Duration.ofHours(26).toMillis() + 2 * Pauses.ALWAYS_MS;
    /// Photos are not that old.
    private static final long WHOLE_MS = Duration.ofDays(300 * 365).toMillis();

    private final CatalogSession session;
    private final ZoneId home;

    /// @param home where the user is: for photos near which nothing says how far clocks were from UTC
    public Occasions(CatalogSession session, ZoneId home) {
        this.session = session;
        this.home = home;
    }

    /// The occasion on which a photo was taken; nothing if the photo is gone or cannot be looked at.
    public Optional<Occasion> of(long photoId) {
        return session.timeline().photo(photoId).map(asked -> asked.taken().hasTimeOfDay()
                ? around(asked)
                : new Occasion.TimeUnknown(asked.taken(),
                        session.metadata().ofPhoto(photoId).map(PhotoDetails::read).orElse(true)));
    }

    private Occasion around(TakenPhoto asked) {
        for (long reach = FIRST_REACH_MS;; reach *= 2) {
            List<Shot> shots = Shot.inOrder(near(asked, reach), home);
            Shot shot = shots.stream().filter(other -> other.photo().equals(asked)).findFirst().orElseThrow();
            List<Shot> stretch = new Pauses(Whereabouts.around(shot, shots)).stretch(shot);
            if (reach > WHOLE_MS || isWithin(stretch, shot, reach - MARGIN_MS)) {
                return known(Pauses.occasion(shot, stretch), shot);
            }
        }
    }

    private List<TakenPhoto> near(TakenPhoto asked, long reach) {
        long clock = asked.taken().localMs();
        return session.timeline().between(clock - reach, clock + reach).stream()
                .filter(photo -> photo.taken().hasTimeOfDay()).toList();
    }

    private static boolean isWithin(List<Shot> stretch, Shot shot, long reach) {
        return shot.fromMs() - stretch.getFirst().fromMs() < reach
                && stretch.getLast().untilMs() - shot.fromMs() < reach;
    }

    private static Occasion known(List<Shot> occasion, Shot asked) {
        long until = occasion.stream().mapToLong(Shot::untilMs).max().orElseThrow();
        return new Occasion.Known(clock(occasion.getFirst().fromMs(), asked), clock(until, asked),
                occasion.stream().map(Shot::photo).toList());
    }

    private static LocalDateTime clock(long ms, Shot asked) {
        long local = ms + asked.offset().getTotalSeconds() * 1000L;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000), 1_000_000 * Math.floorMod(local, 1000),
                ZoneOffset.UTC);
    }
}
