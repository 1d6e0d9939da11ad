package semblance.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.follow.Following;
import semblance.indexer.pipeline.Hint;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.RunStarter;
import semblance.indexer.scan.LibraryRules;

/// Brings the library in step with its folders. Thread-safe; runs follow one another.
public final class Indexing {
    private final Catalog catalog;
    private final RunStarter runs;
    private final LibraryRules rules;
    private final Clock clock;
    private final Queue<Following> followings;

    Indexing(Catalog catalog, RunStarter runs, LibraryRules rules, Clock clock, Queue<Following> followings) {
        this.catalog = catalog;
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
        this.followings = followings;
    }

    /// Starts a run in the background over some folders, of which it looks only at some directories where there are hints.
    ///
    /// @param listed told each directory just before it is listed, on the thread that walks
    public IndexingRun start(List<Folder> folders, Collection<Hint> hints, Consumer<Path> listed) {
        return runs.start(folders, hints, listed);
    }

    /// Follows folders until what is returned is closed, or the library is: begins with a run over
    /// them, and starts another whenever something has changed, a drive has come back, or some time has passed.
    ///
    /// @param wanted which folders of the library, also of those that are added later
    public Following follow(Predicate<Folder> wanted) {
        Following following = Following.start(catalog, rules, runs, clock, wanted);
        followings.add(following);
        return following;
    }

    /// Starts a run in the background over some folders, after the one under way if there is one.
    public IndexingRun start(List<Folder> folders) {
        return runs.start(folders);
    }

    /// Lets the run under way wait, and those after it, until [#resume]; what is being decoded is finished first. Searches
    /// are not held up. Lasts as long as the library is open.
    public void pause() {
        runs.pause();
    }

    /// The run under way, or next in turn; empty if there is none.
    public Optional<IndexingRun> underWay() {
        return runs.underWay();
    }

    public void resume() {
        runs.resume();
    }

    public boolean isPaused() {
        return runs.isPaused();
    }

    /// How the library stands.
    public LibraryCounts counts() {
        return catalog.read(session -> session.counts());
    }

    /// What could not be indexed, by path.
    public List<Failure> failures() {
        return catalog.read(session -> session.failures().all());
    }

    /// Lets all failed files be tried again in the next run.
    ///
    /// @return how many
    public int retryFailures() {
        return catalog.writeDurably(session -> session.failures().retry(session.files().nextSequence()));
    }
}
