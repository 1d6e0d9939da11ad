package semblance.indexer.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import semblance.indexer.follow.Changes.Changed;

/// Directories in which something has changed, until it has been quiet there for a while. Used by one thread.
final class PendingHints {
    private record Times(Instant first, Instant last) {
    }

    private static final Duration COMPANY = Duration.ofSeconds(1);

    private final Map<Changed, Times> waiting = new HashMap<>();

    void add(Changed changed, Instant now) {
        waiting.merge(changed, new Times(now, now), (before, _) -> new Times(before.first(), now));
    }

    /// Takes those out that have waited long enough, and with them those that have nearly: what has moved from one directory
    /// to another is better understood if both are looked at.
    List<Changed> due(Instant now, Duration quiet, Duration patience) {
        List<Changed> due = take(now, quiet, patience);
        if (!due.isEmpty()) {
            due.addAll(take(now, quiet.minus(COMPANY), patience));
        }
        return due;
    }

    private List<Changed> take(Instant now, Duration quiet, Duration patience) {
        List<Changed> due = new ArrayList<>();
        waiting.entrySet().removeIf(entry -> {
            Times times = entry.getValue();
            // A clock that was set back must not let them wait for ever.
            boolean isDue = !now.isBefore(times.last().plus(quiet)) || !now.isBefore(times.first().plus(patience))
                    || now.isBefore(times.first());
            if (isDue) {
                due.add(entry.getKey());
            }
            return isDue;
        });
        return due;
    }

    void clear() {
        waiting.clear();
    }
}
