package semblance.indexer.pipeline;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PendingFile;

/// Takes the pending files of a run into the stations, those with the youngest files first. As long as the walk may find
/// more, it begins anew with the youngest every now and then; each file is taken once.
final class Feeder {
    private static final int PAGE = 256;
    private static final Duration WALK_POLL = Duration.ofMillis(50);
    private static final Duration ANEW_EVERY = Duration.ofSeconds(2);

    private final Catalog catalog;
    private final Stations stations;
    private final RunState state;
    private final Collection<Long> folderIds;
    /// By file id. What is taken stays pending in the catalog until it is settled there.
    private final BitSet taken = new BitSet();
    private long modifiedNs;
    private long id;

    Feeder(Catalog catalog, Stations stations, RunState state, Collection<Long> folderIds) {
        this.catalog = catalog;
        this.stations = stations;
        this.state = state;
        this.folderIds = folderIds;
    }

    /// Feeds until nothing is left and nothing can come any more, or the run is to stop; all that was fed is settled or
    /// waiting then.
    ///
    /// @param walk  done when nothing new is found any more
    /// @param pause called between pages
    void feed(Future<?> walk, Runnable pause) {
        begin();
        long begun = System.nanoTime();
        boolean last = walk.isDone();
        while (!state.stopping()) {
            state.passGate();
            stations.takeUpAgain();
            List<PendingFile> page = catalog.read(
                    session -> session.files().pendingNewestFirst(folderIds, modifiedNs, id, PAGE));
            take(page);
            pause.run();
            boolean old = !last && System.nanoTime() - begun >= ANEW_EVERY.toNanos();
            if (page.isEmpty() && last) {
                break;
            }
            if (page.isEmpty() || old) {
                if (page.isEmpty()) {
                    await(walk);
                }
                begin();
                begun = System.nanoTime();
                last = walk.isDone();
            }
        }
        stations.settle();
        suspects();
    }

    private void begin() {
        modifiedNs = Long.MAX_VALUE;
        id = Long.MAX_VALUE;
    }

    private void take(List<PendingFile> page) {
        for (PendingFile file : page) {
            if (state.stopping() || state.isPaused()) {
                return; // the rest comes again
            }
            modifiedNs = file.modifiedNs();
            id = file.id();
            int bit = Math.toIntExact(file.id());
            if (!taken.get(bit)) {
                taken.set(bit);
                stations.process(file, false);
            }
        }
    }

    /// Files at which the program may have ended: each alone, so that it is known which one it was if it ends again.
    private void suspects() {
        for (PendingFile file : catalog.read(session -> session.crashes().suspects(folderIds))) {
            state.passGate();
            if (state.stopping()) {
                return;
            }
            stations.process(file, false);
            stations.settle();
        }
    }

    private static void await(Future<?> walk) {
        try {
            walk.get(WALK_POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Still walking: there may be new pending files by now.
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the walk was broken off", e);
        }
    }
}
