package semblance.indexer.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.concurrent.LibraryThreads;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.space.SearchSpace;
import semblance.indexer.space.Spaces;

/// Fills the space of a newly chosen model with the embeddings of all known photos, and changes over to it when it has them
/// all. Goes on where an earlier run was broken off.
final class SpaceFill {
    private static final int PAGE = 256;

    private final Catalog catalog;
    private final Spaces spaces;
    private final LibraryThreads threads;
    private final RunState state;
    private final BooleanSupplier yields;
    private final Function<SearchSpace, Stations> stations;

    /// @param yields   whether another run waits, for which this gives way
    /// @param stations makes those that take files into a space
    SpaceFill(Catalog catalog, Spaces spaces, LibraryThreads threads, RunState state, BooleanSupplier yields,
            Function<SearchSpace, Stations> stations) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.threads = threads;
        this.state = state;
        this.yields = yields;
        this.stations = stations;
    }

    /// Fills as much as it comes to. On the run thread.
    ///
    /// @return whether searches use the new space from now on
    boolean fill() {
        Optional<SearchSpace> incoming = spaces.incoming();
        if (incoming.isEmpty() || isOver()) {
            return false;
        }
        long spaceId = catalog.write(session -> {
            long id = session.embeddings().spaceId(incoming.get().model().space());
            session.models().forgetUnencodable(id);
            return id;
        });
        state.found.add(catalog.read(session -> session.models().countFeedable(spaceId)));
        state.enter(Phase.CHANGING_MODEL);
        feed(stations.apply(incoming.get()), spaceId);
        return !isOver() && spaces.change(threads.write());
    }

    /// How many photos the incoming space lacks; 0 if there is none.
    long lacking() {
        return spaces.incoming().map(spaces::lacking).orElse(0L);
    }

    private void feed(Stations into, long spaceId) {
        long before = Long.MAX_VALUE;
        while (!isOver()) {
            state.passGate();
            into.takeUpAgain();
            long last = before;
            List<PendingFile> page = catalog.read(session -> session.models().lacking(spaceId, last, PAGE));
            if (page.isEmpty()) {
                break;
            }
            for (PendingFile file : page) {
                if (isOver()) {
                    break;
                }
                into.process(file, false);
            }
            before = page.getLast().id();
        }
        into.settle();
        suspects(into, spaceId);
        state.throwIfBroken();
        into.finish();
    }

    /// Files at which the program may have ended: each alone, so that it is known which one it was if it ends again.
    private void suspects(Stations into, long spaceId) {
        for (PendingFile file : catalog.read(session -> session.models().suspects(spaceId))) {
            if (isOver()) {
                return;
            }
            into.process(file, false);
            into.settle();
        }
    }

    /// Whether the run is to come to its end.
    boolean isOver() {
        return state.stopping() || yields.getAsBoolean();
    }
}
