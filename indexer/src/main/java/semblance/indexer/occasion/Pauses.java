package semblance.indexer.occasion;

import java.time.Duration;
import java.util.List;

/// Where occasions end: at pauses that are long for how closely the photos around them follow each other (Platt, Czerwinski
/// and Field, PhotoTOC, 2003), within bounds. Figures in docs/decisions/0024-photos-of-one-occasion.md.
final class Pauses {
    /// Up to here no pause ends an occasion, however many photos were taken before.
    static final long NEVER_MS = Duration.ofHours(1).toMillis();
    /// Beyond here every pause ends one.
    static final long ALWAYS_MS = Duration.ofHours(6).toMillis();
    /// How much longer than usual a pause has to be.
    private static final double FACTOR = 17;
    /// Pauses on either side that say what is usual.
    private static final int AROUND = 10;
    /// Of a burst of photos each counts as if it had taken some time, lest it makes minutes long.
    private static final long LEAST_MS = Duration.ofMinutes(1).toMillis();
    /// What is usual where few photos say so, and how many of them it is worth.
    private static final double USUAL_MS = Duration.ofMinutes(5).toMillis();
    private static final int USUAL_WEIGHT = 4;

    private final List<Shot> shots;
    private final long[] pauses;

    /// @param shots in order
    Pauses(List<Shot> shots) {
        this.shots = shots;
        this.pauses = new long[Math.max(0, shots.size() - 1)];
        long until = Long.MIN_VALUE;
        for (int i = 0; i < pauses.length; i++) {
            until = Math.max(until, shots.get(i).untilMs());
            pauses[i] = Math.max(0, shots.get(i + 1).fromMs() - until);
        }
    }

    /// The photos around one that no pause parts for certain.
    List<Shot> stretch(Shot asked) {
        int at = shots.indexOf(asked);
        int first = at;
        while (first > 0 && pauses[first - 1] <= ALWAYS_MS) {
            first--;
        }
        int last = at;
        while (last < pauses.length && pauses[last] <= ALWAYS_MS) {
            last++;
        }
        return shots.subList(first, last + 1);
    }

    /// Those that were taken on one occasion.
    static List<Shot> occasion(Shot asked, List<Shot> stretch) {
        Pauses within = new Pauses(stretch);
        int at = stretch.indexOf(asked);
        int first = at;
        while (first > 0 && !within.ends(first - 1)) {
            first--;
        }
        int last = at;
        while (last < within.pauses.length && !within.ends(last)) {
            last++;
        }
        return stretch.subList(first, last + 1);
    }

    private boolean ends(int pause) {
        return pauses[pause] > NEVER_MS && pauses[pause] > FACTOR * usual(pause);
    }

    /// The geometric mean of the pauses around one, itself among them.
    private double usual(int pause) {
        double logs = USUAL_WEIGHT * Math.log(USUAL_MS);
        int from = Math.max(0, pause - AROUND);
        int to = Math.min(pauses.length - 1, pause + AROUND);
        for (int i = from; i <= to; i++) {
            logs += Math.log((double) Math.max(LEAST_MS, pauses[i]));
        }
        return Math.exp(logs / (USUAL_WEIGHT + to - from + 1));
    }
}
