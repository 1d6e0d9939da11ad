package semblance.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import semblance.indexer.follow.Following;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// Shows what becomes of folders that are followed, until Ctrl-C: the first run, and those after it that find something.
final class FollowWatcher {
    private static final long LOOK_MS = 200;

    private final Session session;
    private final RunWatcher watcher;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean first = true;
    private String told = "";

    FollowWatcher(Session session, RunWatcher watcher) {
        this.session = session;
        this.watcher = watcher;
        session.stop().heed(stopped::countDown);
    }

    /// Returns when the program is to end.
    ///
    /// @param reports called after each run that is shown
    void watch(Following following, Consumer<IndexingReport> reports) {
        try {
            while (!stopped.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                for (IndexingRun run : following.takeRuns()) {
                    watch(run, reports);
                }
                tell(following.note().orElse(""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(IndexingRun run, Consumer<IndexingReport> reports) throws InterruptedException {
        if (first || findsSomething(run)) {
            IndexingReport report = watcher.follow(run);
            reports.accept(report);
            if (first && !report.cancelled()) {
                session.tell("Following the folders. Ctrl-C ends it.");
            }
            first = false;
        }
    }

    /// Waits until the run has found something, or has ended.
    private boolean findsSomething(IndexingRun run) throws InterruptedException {
        while (run.progress().found() == 0) {
            try {
                IndexingReport report = run.result().get(LOOK_MS, TimeUnit.MILLISECONDS);
                return run.progress().found() + report.deleted() + report.moved() > 0 || !report.offline().isEmpty();
            } catch (ExecutionException e) {
                return true; // whoever shows it tells why
            } catch (TimeoutException e) {
                if (stopped.getCount() == 0) {
                    run.cancel();
                }
            }
        }
        return true;
    }

    private void tell(String note) {
        if (!note.equals(told)) {
            told = note;
            session.tell(note);
        }
    }
}
