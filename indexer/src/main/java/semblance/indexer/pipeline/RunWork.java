package semblance.indexer.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.FolderScanner.Outcome;
import semblance.indexer.scan.LibraryRules;

/// What an indexing run does: walks some folders, takes every pending file through the stations, tells moved files from
/// deleted ones, makes the index durable, and goes on with a change of the model. Files are read while the walk is still
/// under way. Used once, on the run thread.
final class RunWork {
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(10);

    private final Stations stations;
    private final Catalog catalog;
    private final LibraryRules rules;
    private final RunState state;
    private final PhotoFollower follower;
    private final Oblivion oblivion;
    private final OutcomeRecorder recorder;
    private final Regrouping regrouping;
    private final MetadataFill metadata;
    private final SpaceFill fill;
    private final List<Folder> folders;
    private final List<Hint> hints;
    private final Consumer<Path> listed;
    private final List<Path> replaced = new ArrayList<>();
    private final List<Path> offline = new ArrayList<>();
    private final List<Path> partial = new ArrayList<>();

    private long lastFollow = System.nanoTime();
    /// Known by now which files are not where they were.
    private volatile boolean isWalked;

    RunWork(Stations stations, Catalog catalog, LibraryRules rules, RunState state, PhotoFollower follower,
            Oblivion oblivion, OutcomeRecorder recorder, MetadataFill metadata, SpaceFill fill, List<Folder> folders,
            List<Hint> hints,
            Consumer<Path> listed) {
        this.stations = stations;
        this.catalog = catalog;
        this.rules = rules;
        this.state = state;
        this.follower = follower;
        this.oblivion = oblivion;
        this.recorder = recorder;
        this.regrouping = new Regrouping(catalog);
        this.metadata = metadata;
        this.fill = fill;
        this.folders = folders;
        this.hints = hints;
        this.listed = listed;
    }

    /// Does it all.
    IndexingReport report() {
        AtomicLong sequence = new AtomicLong(catalog.write(session -> {
            session.missing().clear();
            if (session.embeddings().knownSpace(stations.space()).isEmpty()) {
                // What another model could not encode this one may.
                session.failures().retryEncoding(session.files().nextSequence());
            }
            session.files().markUnencoded(session.embeddings().spaceId(stations.space()),
                    session.files().nextSequence());
            return session.files().nextSequence();
        }));
        List<Long> ids = folders.stream().map(Folder::id).toList();
        state.found.add(ids.isEmpty() ? 0 : catalog.read(session -> session.files().countPending(ids)));
        CompletableFuture<Boolean> walks = new CompletableFuture<>();
        stations.threads().scan().execute(() -> walk(sequence, walks));
        new Feeder(catalog, stations, state, ids).feed(walks, this::followNowAndThen);
        walks.join();
        settleWaiting();
        state.enter(Phase.FINISHING);
        if (!state.stopping()) {
            sweep();
            regrouping.settle(state::stopping);
            follow();
            oblivion.come(state.encoded.sum() + state.deleted.sum() > 0, state::stopping);
        }
        state.throwIfBroken();
        stations.finish();
        metadata.fill();
        if (fill.fill()) {
            follow();
        }
        if (!fill.isOver()) {
            follower.finish(fill::isOver, state.comparing());
        }
        state.enter(Phase.FINISHED);
        boolean unsettled = catalog.write(session -> session.missing().hasMovedOnly());
        return new IndexingReport(catalog.read(session -> session.counts()), state.encoded.sum(), state.deleted.sum(),
                state.moved.sum(), List.copyOf(offline), List.copyOf(replaced), List.copyOf(partial), unsettled,
                fill.lacking(), state.cancelled(),
                state.elapsed());
    }

    private void sweep() {
        try (var _ = stations.observer().enter(Stage.CATALOG_COMMIT)) {
            recorder.sweep();
        }
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
            FolderScanner scanner = catalog.read(session -> rules.scanner(session, listed));
            for (Folder folder : all.stream().filter(this::isWanted).toList()) {
                note(folder, walk(scanner, all, folder,
                        new DirectoryComparison(catalog, state, folder, sequence)));
            }
        } catch (RuntimeException | Error e) {
            state.breakOff(e);
        } finally {
            if (!state.stopping()) {
                isWalked = true;
                stations.know(Evidence.WALKED);
                state.enter(Phase.READING);
            }
            walks.complete(true);
        }
    }

    private WalkReport walk(FolderScanner scanner, List<Folder> all, Folder folder, DirectoryComparison comparison) {
        List<Hint> here = hints.stream().filter(hint -> hint.folderId() == folder.id()).toList();
        Optional<WalkReport> hinted = here.isEmpty()
                ? Optional.empty()
                : new HintedWalk(catalog, rules.drives(), state, folder, comparison).walk(scanner, all, here);
        return hinted.orElseGet(
                () -> new FolderWalk(catalog, rules.drives(), state, folder, comparison, hints.isEmpty())
                        .walk(scanner, all));
    }

    private void note(Folder folder, WalkReport report) {
        offline.addAll(report.offline());
        replaced.addAll(report.replaced());
        if (report.outcome() == Outcome.PARTIAL) {
            partial.add(folder.path());
        }
    }

    /// A folder may have been removed, or lie elsewhere, since the run was asked for.
    private boolean isWanted(Folder folder) {
        return folders.stream().anyMatch(wanted -> wanted.id() == folder.id());
    }

    private void followNowAndThen() {
        if (System.nanoTime() - lastFollow >= FOLLOW_EVERY.toNanos()) {
            if (isWalked) {
                regrouping.join(state::stopping);
            }
            follow();
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
        for (SameContent left : settle(exchange(waiting))) {
            if (!state.stopping()) {
                stations.process(left.file(), true);
            }
        }
        stations.settle();
    }

    /// Settles files that have exchanged their contents.
    ///
    /// @return the others
    private List<SameContent> exchange(List<SameContent> waiting) {
        try (var _ = stations.observer().enter(Stage.CATALOG_COMMIT)) {
            List<SameContent> others = recorder.exchange(waiting);
            state.done.add(waiting.size() - others.size());
            return others;
        }
    }

    /// Records what can be told by now.
    ///
    /// @return what has to wait further
    private List<SameContent> settle(List<SameContent> waiting) {
        if (state.stopping()) {
            return List.of(); // whether they were moved or copied was not found out: they stay pending
        }
        waiting.forEach(stations::record);
        stations.settle();
        return stations.takeWaiting();
    }
}
