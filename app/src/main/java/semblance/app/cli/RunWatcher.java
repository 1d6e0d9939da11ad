package semblance.app.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.concurrent.ShutdownHook;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// Follows an indexing run until its end, showing how it goes. Ctrl-C stops the run and keeps what is done.
final class RunWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatcher.class);
    private static final long LOOK_MS = 200;
    private static final long STOP_SECONDS = 20;

    private final Session session;

    RunWatcher(Session session) {
        this.session = session;
    }

    IndexingReport follow(IndexingRun run) {
        ProgressLine line = session.watched() ? new TerminalProgress(session.err()) : new PlainProgress(session.err());
        try (var _ = ShutdownHook.set("semblance-stop", () -> stop(run))) {
            while (true) {
                try {
                    IndexingReport report = run.result().get(LOOK_MS, TimeUnit.MILLISECONDS);
                    line.finish(run.progress());
                    tell(report);
                    return report;
                } catch (TimeoutException e) {
                    line.show(run.progress());
                }
            }
        } catch (ExecutionException e) {
            line.finish(run.progress());
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CommandFailure("Indexing broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            run.cancel();
            Thread.currentThread().interrupt();
            throw new CommandFailure("Indexing was interrupted. What was indexed is kept.", e);
        }
    }

    private void tell(IndexingReport report) {
        report.offline().forEach(folder -> session.err()
                .println("Cannot be reached: " + folder + ". Its photos stay in the library; plug in its drive."));
        report.partial().forEach(folder -> session.err()
                .println("Not everything in " + folder + " could be listed, so nothing of it was removed."));
        if (report.moved() > 0) {
            session.err().println(LibrarySentence.number(report.moved(), "photo") + " found at a new place.");
        }
        if (report.deleted() > 0) {
            session.err().println(LibrarySentence.number(report.deleted(), "photo") + " gone from disk removed.");
        }
        if (report.cancelled()) {
            session.err().println("Stopped. What was indexed is kept; semblance index goes on from there.");
        }
    }

    private static void stop(IndexingRun run) {
        run.cancel();
        try {
            run.result().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.info("ended before the run had stopped", e); // a library stands a kill at any moment
        }
    }
}
