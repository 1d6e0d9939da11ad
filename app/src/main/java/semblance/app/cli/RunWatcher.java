package semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// Follows an indexing run until its end, showing how it goes. Ctrl-C stops the run and keeps what is done.
final class RunWatcher {
    private static final long LOOK_MS = 200;

    private final Session session;
    private final Supplier<List<String>> notices;
    private int told;

    /// Prepares to follow runs.
    ///
    /// @param notices gives what the user should be told so far, the oldest first
    RunWatcher(Session session, Supplier<List<String>> notices) {
        this.session = session;
        this.notices = notices;
    }

    /// Waits for the end of a run and tells what is to be told of it, its counts excepted.
    IndexingReport follow(IndexingRun run) {
        ProgressLine line = session.watched() ? new TerminalProgress(session.err()) : new PlainProgress(session.err());
        session.stop().heed(run::cancel);
        try {
            while (true) {
                try {
                    IndexingReport report = run.result().get(LOOK_MS, TimeUnit.MILLISECONDS);
                    tellNotices(line);
                    line.finish(run.progress());
                    tell(report);
                    return report;
                } catch (TimeoutException e) {
                    tellNotices(line);
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

    private void tellNotices(ProgressLine line) {
        List<String> all = notices.get();
        all.subList(told, all.size()).forEach(line::interject);
        told = all.size();
    }

    /// Tells of a run of the user's library that was stopped.
    ///
    /// @return the exit status: 0 only if all folders were gone through
    int status(IndexingReport report) {
        if (report.cancelled()) {
            session.tell("Stopped. What was indexed is kept; semblance index goes on from there.");
        }
        return report.cancelled() || !report.offline().isEmpty() ? 1 : 0;
    }

    private static String accept(Path place) {
        return "semblance folders accept " + OneLine.of(place);
    }

    private void tell(IndexingReport report) {
        report.offline().stream().filter(place -> !report.replaced().contains(place))
                .forEach(place -> session.tell("Cannot be reached: " + OneLine.of(place)
                        + ". Its photos stay in the library. Plug in its drive, or check its permissions. If they are gone"
                        + " for good: " + accept(place)));
        report.replaced().forEach(place -> session.tell("Something else is in " + OneLine.of(place)
                + " than what was indexed there, so none of its photos was removed. If its drive is away, plug it in. If it"
                + " is to be taken as it is: " + accept(place)));
        report.partial().forEach(folder -> session.tell("Not everything in " + OneLine.of(folder)
                + " could be listed, so nothing of it was removed. Check the permissions in it."));
        if (report.lacking() > 0 && !report.cancelled()) {
            session.tell(LibrarySentence.number(report.lacking(), "photo is", "photos are")
                    + " not encoded for the chosen model yet, because the files cannot be read at present or the model"
                    + " refuses them. Until they are, the model before answers.");
        }
        if (report.moved() > 0) {
            session.tell(LibrarySentence.number(report.moved(), "photo", "photos") + " found at a new place.");
        }
        if (report.deleted() > 0) {
            session.tell(LibrarySentence.number(report.deleted(), "photo", "photos") + " gone from disk removed.");
        }
    }
}
