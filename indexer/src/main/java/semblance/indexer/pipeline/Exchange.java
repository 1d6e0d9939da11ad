package semblance.indexer.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.pipeline.FileOutcome.SameContent;

/// Files that have exchanged their contents among each other, as when two photos swap their names: no path is gone, but each
/// photo has moved. Each goes where its content went.
final class Exchange {
    /// A file that has another content than its photo.
    private record Changed(SameContent outcome, long photo, long before, long now) {
    }

    private Exchange() {
    }

    /// Gives photos that have exchanged places their files.
    ///
    /// @param waiting files whose photos are not known, with all their contents in the catalog
    /// @return those that took no part
    static List<SameContent> settle(CatalogSession session, List<SameContent> waiting) {
        List<Changed> changed = waiting.stream().flatMap(outcome -> changed(session, outcome).stream()).toList();
        Map<Changed, Changed> formerPlaces = cycles(changed);
        formerPlaces.forEach((file, former) -> {
            session.files().indexed(file.outcome().file().id(), file.now(), file.outcome().stat());
            session.photoFiles().assign(file.outcome().file().id(), former.photo());
        });
        formerPlaces.keySet().stream().map(Changed::photo).distinct().forEach(session.photoFiles()::stand);
        Set<SameContent> settled = new HashSet<>();
        formerPlaces.keySet().forEach(file -> settled.add(file.outcome()));
        return waiting.stream().filter(outcome -> !settled.contains(outcome)).toList();
    }

    private static Optional<Changed> changed(CatalogSession session, SameContent outcome) {
        Optional<Long> photo = session.files().photoOf(outcome.file().id());
        Optional<Long> before = photo.flatMap(_ -> session.photoFiles().contentOf(outcome.file().id()));
        Optional<Long> now = session.embeddings().content(outcome.fingerprint());
        return before.isEmpty() || now.isEmpty() || now.equals(before)
                ? Optional.empty()
                : Optional.of(new Changed(outcome, photo.orElseThrow(), before.get(), now.get()));
    }

    /// For each file of a closed round the file in which its content was. Where the round is open somebody copied over a
    /// photo: that is a change of the photo, not a move.
    private static Map<Changed, Changed> cycles(List<Changed> changed) {
        Map<Long, Deque<Changed>> byFormerContent = new HashMap<>();
        changed.forEach(file -> byFormerContent.computeIfAbsent(file.before(), _ -> new ArrayDeque<>()).add(file));
        Map<Changed, Changed> former = new HashMap<>();
        for (Changed file : changed) {
            Deque<Changed> candidates = byFormerContent.getOrDefault(file.now(), new ArrayDeque<>());
            if (!candidates.isEmpty()) {
                former.put(file, candidates.remove());
            }
        }
        int size;
        do {
            size = former.size();
            former.keySet().retainAll(new ArrayList<>(former.values()));
        } while (former.size() < size);
        return former;
    }
}
