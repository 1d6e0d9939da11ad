package semblance.indexer.occasion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import semblance.indexer.metadata.GeoPoint;

/// Tells photos that were taken where a photo was from those that somebody took elsewhere at that time.
final class Whereabouts {
    /// From one photo to the next: what a day out covers between two photos, and another town does not.
    private static final double FARTHEST_METRES = 20_000;

    private Whereabouts() {
    }

    /// The photos that may have been taken along with one of them. Those of which the place is not known may.
    ///
    /// @param shots in order
    static List<Shot> around(Shot asked, List<Shot> shots) {
        int at = shots.indexOf(asked);
        Optional<GeoPoint> place = nearestPlace(asked, shots);
        List<Shot> here = new ArrayList<>(walk(place, shots.subList(0, at).reversed()).reversed());
        here.add(asked);
        here.addAll(walk(place, shots.subList(at + 1, shots.size())));
        return here;
    }

    private static Optional<GeoPoint> nearestPlace(Shot asked, List<Shot> shots) {
        return asked.photo().place().or(() -> shots.stream().filter(shot -> shot.photo().place().isPresent())
                .min(Comparator.comparingLong(shot -> Math.abs(shot.fromMs() - asked.fromMs())))
                .flatMap(shot -> shot.photo().place()));
    }

    private static List<Shot> walk(Optional<GeoPoint> from, List<Shot> shots) {
        List<Shot> along = new ArrayList<>();
        Optional<GeoPoint> last = from;
        for (Shot shot : shots) {
            Optional<GeoPoint> place = shot.photo().place();
            if (place.isEmpty() || last.isEmpty() || isNear(last.get(), place.get())) {
                along.add(shot);
                last = place.isPresent() ? place : last;
            }
        }
        return along;
    }

    private static boolean isNear(GeoPoint one, GeoPoint other) {
        return one.metresTo(other.latitude(), other.longitude()) <= FARTHEST_METRES;
    }
}
