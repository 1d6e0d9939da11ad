package semblance.indexer.pipeline;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.scan.FolderScanner.Outcome;

/// One indexing run over some folders: walks them, takes every pending file through the stations, tells moved files from
/// deleted ones, and makes the index durable. Files are read while the walk is still under way.
public final class IndexingRun {
    private static final int PAGE = 256;
    private static final Duration WALK_POLL = Duration.ofMillis(50);
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(10);

    private final Stations stations;
    private final Catalog catalog;
    private final RunState state;
    private final PhotoFollower follower;
    private final List<Folder> folders;
    private final List<Path> offline = new ArrayList<>();
    private final List<Path> partial = new ArrayList<>();
    private final CompletableFuture<IndexingReport> result = new CompletableFuture<>();

    private long lastFollow = System.nanoTime();

    IndexingRun(Stations stations, Catalog catalog, RunState state, PhotoFollower follower, List<Folder> folders) {
        this.stations = stations;
        this.catalog = catalog;
        this.state = state;
        this.follower = follower;
        this.folders = folders;
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
    void run() {
        try {
            result.complete(report());
        } catch (RuntimeException | Error e) {
            // The stations and the walk may be at work still and have to stop.
            result.completeExceptionally(state.breakOff(e));
        }
    }

    private IndexingReport report() {
        AtomicLong sequence = new AtomicLong(catalog.write(session -> {
            session.missing().clear();
            session.files().markUnencoded(session.embeddings().spaceId(stations.space()),
                    session.files().nextSequence());
            return session.files().nextSequence();
        }));
        List<Long> ids = folders.stream().map(Folder::id).toList();
        state.found.add(ids.isEmpty() ? 0 : catalog.read(session -> session.files().countPending(ids)));
        CompletableFuture<Boolean> walks = new CompletableFuture<>();
        stations.threads().scan().execute(() -> walk(sequence, walks));
        feed(ids, walks);
        stations.awaitIdle();
        settleWaiting();
        state.enter(Phase.FINISHING);
        if (!state.stopping()) {
            stations.sweep();
            follow();
        }
        state.throwIfBroken();
        stations.finish();
        state.enter(Phase.FINISHED);
        return new IndexingReport(catalog.read(session -> session.counts()), state.encoded.sum(), state.deleted.sum(),
                state.moved.sum(), List.copyOf(offline), List.copyOf(partial), state.cancelled(), state.elapsed());
    }

    private void follow() {
        try (var _ = stations.observer().enter(Stage.TAG)) {
            follower.follow(state::stopping);
        }
        lastFollow = System.nanoTime();
    }

    private void walk(AtomicLong sequence, CompletableFuture<Boolean> walks) {
        try (var _ = stations.observer().enter(Stage.SCAN)) {
            List<Folder> all = catalog.read(session -> session.folders().all());
            for (Folder folder : folders) {
                Outcome outcome = new FolderWalk(catalog, state, folder, sequence).walk(all);
                if (outcome == Outcome.UNREACHABLE) {
                    offline.add(folder.path());
                } else if (outcome == Outcome.PARTIAL) {
                    partial.add(folder.path());
                }
            }
        } catch (RuntimeException | Error e) {
            state.breakOff(e);
        } finally {
            if (!state.stopping()) {
                stations.know(Evidence.WALKED);
            }
            state.enter(Phase.READING);
            walks.complete(true);
        }
    }

    /// Takes pending files into the stations until none is left and none can come any more.
    private void feed(List<Long> folderIds, CompletableFuture<Boolean> walks) {
        long sequence = 0;
        long id = 0;
        while (!state.stopping()) {
            boolean last = walks.isDone();
            long afterSequence = sequence;
            long afterId = id;
            List<PendingFile> page = catalog
                    .read(session -> session.files().pending(folderIds, afterSequence, afterId, PAGE));
            for (PendingFile file : page) {
                if (state.stopping()) {
                    break;
                }
                stations.process(file, false);
                sequence = file.sequence();
                id = file.id();
            }
            if (System.nanoTime() - lastFollow >= FOLLOW_EVERY.toNanos()) {
                follow();
            }
            if (page.isEmpty()) {
                if (last) {
                    break;
                }
                await(walks);
            }
        }
        await(walks, Duration.ofDays(1));
    }

    private static void await(CompletableFuture<Boolean> walks) {
        await(walks, WALK_POLL);
    }

    private static void await(CompletableFuture<Boolean> walks, Duration longest) {
        try {
            walks.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Still walking: there may be new pending files by now.
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the walk was broken off", e);
        }
    }

    /// Files that waited for the walk, or for other files: attached to the content they share, or encoded on their own if
    /// the other file failed. A chain of renamed files takes several rounds.
    private void settleWaiting() {
        List<SameContent> waiting = stations.takeWaiting();
        for (int before = Integer.MAX_VALUE; waiting.size() < before;) {
            before = waiting.size();
            waiting = settle(waiting.reversed());
        }
        stations.know(Evidence.ALL);
        for (SameContent left : settle(waiting)) {
            if (!state.stopping()) {
                stations.process(left.file(), true);
            }
        }
        stations.awaitIdle();
    }

    /// Records what can be told by now.
    ///
    /// @return what has to wait further
    private List<SameContent> settle(List<SameContent> waiting) {
        if (state.stopping()) {
            return List.of(); // whether they were moved or copied was not found out: they stay pending
        }
        waiting.forEach(stations::record);
        stations.awaitIdle();
        return stations.takeWaiting();
    }
}
