package semblance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import semblance.app.Wiring;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Failure;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.StageObserver;

/// What could not be indexed.
@Command(name = "failures", description = "Lists the files that could not be indexed, or only in part, and why.", mixinStandardHelpOptions = true)
final class FailuresCommand implements Callable<Integer> {
    /// The JSON document of a failure; stable from release to release.
    record FailureDocument(String path, String kind, String message, int attempts) {
        static FailureDocument of(Failure failure) {
            return new FailureDocument(failure.path().toString(), failure.kind().name().toLowerCase(Locale.ROOT),
                    failure.message(), failure.attempts());
        }
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Option(names = "--json", description = "Prints one JSON document a file.")
    boolean json;

    @Option(names = "--retry", description = "Tries them again first.")
    boolean retry;

    FailuresCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Wiring wiring = session.wire(directories, provider);
        try (PhotoLibrary library = retry ? wiring.open(StageObserver.NONE) : wiring.openReadOnly()) {
            int status = retry && library.indexing().retryFailures() > 0 ? readAgain(wiring, library) : 0;
            print(library.indexing().failures());
            return status;
        }
    }

    private int readAgain(Wiring wiring, PhotoLibrary library) {
        RunWatcher watcher = new RunWatcher(session, wiring.provider()::notices);
        IndexingReport report = watcher.follow(library.indexing().start(library.folders().all()));
        session.tell(LibrarySentence.of(report.counts()));
        return watcher.status(report);
    }

    private void print(List<Failure> failures) {
        if (json) {
            JsonLines lines = new JsonLines(session.out());
            failures.forEach(failure -> lines.print(FailureDocument.of(failure)));
        } else if (failures.isEmpty()) {
            session.tell("Nothing has failed.");
        } else {
            failures.forEach(failure -> session.out().println(OneLine.of(failure.path()) + "\n    "
                    + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + failure.message()));
        }
    }
}
