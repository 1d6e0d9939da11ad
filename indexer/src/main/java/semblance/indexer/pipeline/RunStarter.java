package semblance.indexer.pipeline;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.concurrent.LibraryThreads;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.scan.LibraryRules;
import semblance.indexer.space.SearchSpace;
import semblance.indexer.space.Spaces;
import semblance.indexer.thumbnail.ThumbnailStore;

/// Starts indexing runs on the run thread, one after another.
public final class RunStarter {
    private final Catalog catalog;
    private final LibraryRules rules;
    private final Spaces spaces;
    private final ThumbnailStore thumbnails;
    private final LibraryThreads threads;
    private final StageObserver observer;
    private final PhotoFollower follower;
    private final DecodeMarks marks;
    private final PhotoDecoder decoder;
    private final PauseGate gate = new PauseGate();
    private final Queue<IndexingRun> runs = new ConcurrentLinkedQueue<>();

    public RunStarter(Catalog catalog, LibraryRules rules, Spaces spaces, ThumbnailStore thumbnails,
            LibraryThreads threads, StageObserver observer, PhotoFollower follower, DecodeMarks marks,
            PhotoDecoder decoder) {
        this.catalog = catalog;
        this.rules = rules;
        this.spaces = spaces;
        this.thumbnails = thumbnails;
        this.threads = threads;
        this.observer = observer;
        this.follower = follower;
        this.marks = marks;
        this.decoder = decoder;
    }

    /// Notes the files at which the process before this one ended, so that they end no third one. Before the first run.
    public void noteCrashes() {
        List<Long> left = marks.left();
        if (left.isEmpty()) {
            return;
        }
        catalog.writeDurably(session -> {
            List<Long> lost = session.crashes().strike(left, DirectoryComparison.READER_VERSION);
            lost.forEach(session.photoFiles()::lose);
            return lost.size();
        });
        marks.clear();
    }

    /// Lets the run under way and those after it wait until [#resume]. What is being decoded is finished first.
    public void pause() {
        gate.pause();
    }

    public void resume() {
        gate.resume();
    }

    public boolean isPaused() {
        return gate.isPaused();
    }

    /// Starts a run over some folders, after the one under way if there is one.
    public IndexingRun start(List<Folder> folders) {
        return start(folders, List.of(), _ -> {
        });
    }

    /// Starts a run over some folders, of which it looks only at some directories where there are hints.
    ///
    /// @param listed told each directory just before it is listed, on the thread that walks
    public IndexingRun start(List<Folder> folders, Collection<Hint> hints, Consumer<Path> listed) {
        RunState state = new RunState(gate);
        IndexingRun run = new IndexingRun(state);
        List<Hint> where = List.copyOf(hints);
        synchronized (runs) { // two threads that start runs: the first in the list is the first to run
            runs.add(run);
            threads.run().execute(() -> {
                run.run(() -> work(state, folders, where, listed));
                runs.remove(run);
            });
        }
        return run;
    }

    /// The run that is under way, or next; none if all have ended.
    public Optional<IndexingRun> underWay() {
        return Optional.ofNullable(runs.peek());
    }

    private RunWork work(RunState state, List<Folder> folders, List<Hint> hints, Consumer<Path> listed) {
        SearchSpace space = spaces.current();
        OutcomeRecorder recorder = new OutcomeRecorder(catalog, space.model().space(), state);
        SpaceFill fill = new SpaceFill(catalog, spaces, threads, state, () -> runs.size() > 1,
                into -> stations(into, new EmbeddingRecorder(catalog, into.model().space()), state));
        MetadataFill metadata = new MetadataFill(catalog, metadata(), state, () -> runs.size() > 1);
        return new RunWork(stations(space, recorder, state), catalog, rules, state, follower,
                new Oblivion(catalog, thumbnails), recorder, metadata, fill, folders, hints, listed);
    }

    private Stations stations(SearchSpace space, Recorder recorder, RunState state) {
        return new Stations(catalog, rules.drives(), space.view(), space.encoders(), thumbnails, threads, observer,
                marks, decoder, metadata(), recorder, state);
    }

    /// Where the user is at this moment: people travel while the program runs.
    private MetadataReader metadata() {
        return new MetadataReader(catalog.clock(), ZoneId.systemDefault());
    }

    /// Changes the library while no run is under way: asks those that are to stop, waits for them, and lets searches see the
    /// change. What they were about to do is left for the next run.
    public <T> T between(Supplier<T> change) {
        return between(_ -> change.get());
    }

    /// As [#between(Supplier)].
    ///
    /// @param change given the thread that writes the catalog
    public <T> T between(Function<SingleThread, T> change) {
        cancel();
        return threads.run().call(() -> {
            T result = change.apply(threads.write());
            threads.write().call(() -> {
                spaces.follow();
                return true;
            });
            return result;
        });
    }

    /// Asks the run under way and those after it to stop soon.
    public void cancel() {
        runs.forEach(IndexingRun::cancel);
    }
}
