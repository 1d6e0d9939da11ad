package semblance.indexer.pipeline;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// One indexing run over some folders, under way or waiting for those before it.
public final class IndexingRun {
    private final RunState state;
    private final CompletableFuture<IndexingReport> result = new CompletableFuture<>();

    IndexingRun(RunState state) {
        this.state = state;
    }

    /// How it stands; any thread, any time.
    public IndexingProgress progress() {
        return state.snapshot();
    }

    /// Asks it to stop soon. What is encoded by then is kept; nothing is deleted.
    public void cancel() {
        state.cancel();
    }

    /// Completed at the end of the run, exceptionally if the run as a whole could not go on: a
    /// [semblance.indexer.catalog.CatalogException], an [UncheckedIOException], a
    /// [semblance.model.ModelLoadException], or an [IllegalStateException] about an error of the program.
    public Future<IndexingReport> result() {
        return result;
    }

    /// Runs from beginning to end; on the run thread.
    ///
    /// @param work made only now: what an earlier run has changed counts
    void run(Supplier<RunWork> work) {
        try {
            result.complete(work.get().report());
        } catch (RuntimeException | Error e) {
            // The stations and the walk may be at work still and have to stop.
            result.completeExceptionally(state.breakOff(e));
        }
    }
}
