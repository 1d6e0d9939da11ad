package semblance.indexer.follow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.concurrent.Pulse;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.RunStarter;
import semblance.indexer.scan.LibraryRules;

/// Folders are being followed until this is closed: runs start by themselves. Thread-safe.
public final class Following implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Queue<IndexingRun> started = new ConcurrentLinkedQueue<>();
    private final Changes changes;
    private final Pulse pulse;

    private Following(Changes changes, FolderFollower follower) {
        this.changes = changes;
        this.pulse = new Pulse("semblance-follow", BEAT, () -> follower.step().ifPresent(started::add));
    }

    /// Begins with a run over all folders.
    ///
    /// @param wanted which folders of the library to follow
    public static Following start(Catalog catalog, LibraryRules rules, RunStarter runs, Clock clock,
            Predicate<Folder> wanted) {
        Changes changes = SystemChanges.start(rules::isOwn);
        return new Following(changes,
                new FolderFollower(catalog, rules.drives(), runs::start, changes, clock, Pace.USUAL, wanted));
    }

    /// The runs that were started since it was last asked.
    public List<IndexingRun> takeRuns() {
        List<IndexingRun> taken = new ArrayList<>();
        for (IndexingRun next = started.poll(); next != null; next = started.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /// Why changes are seen late, in a sentence for the user; nothing if they are seen at once.
    public Optional<String> note() {
        return changes.gap();
    }

    /// Starts no more runs. One under way goes on.
    @Override
    public void close() {
        pulse.close();
        changes.close();
    }
}
