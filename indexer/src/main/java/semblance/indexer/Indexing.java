package semblance.indexer;

import java.util.List;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.RunStarter;

/// Brings the library in step with its folders. Thread-safe; runs follow one another.
public final class Indexing {
    private final Catalog catalog;
    private final RunStarter runs;

    Indexing(Catalog catalog, RunStarter runs) {
        this.catalog = catalog;
        this.runs = runs;
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
