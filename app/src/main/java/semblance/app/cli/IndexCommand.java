package semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.IndexingReport;

/// Indexes folders.
@Command(name = "index", description = "Indexes the photos in these folders, or what is new in them.", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Folders with photos; all folders of the library if none is named.")
    List<Path> folders = List.of();

    @Option(names = "--json", description = "Prints one JSON document at the end.")
    boolean json;

    @Option(names = "--timings", description = "Says at the end how much processor time each station took.")
    boolean timings;

    IndexCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StageTimes times = new StageTimes();
        try (PhotoLibrary library = session.wire(directories).open(times)) {
            List<Folder> roots = folders.isEmpty()
                    ? library.folders().all()
                    : folders.stream().map(library.folders()::add).distinct().toList();
            if (roots.isEmpty()) {
                throw new IllegalArgumentException("The library has no folder yet. Name one: semblance index FOLDER");
            }
            IndexingReport report = new RunWatcher(session).follow(library.indexing().start(roots));
            if (json) {
                new JsonLines(session.out()).print(
                        LibraryDocument.of(report.counts(), report.encoded(), report.elapsed().toNanos() / 1e9));
            } else {
                session.out().println(LibrarySentence.of(report.counts()));
            }
            if (timings) {
                times.print(session.err());
            }
            return report.cancelled() || !report.offline().isEmpty() ? 1 : 0;
        }
    }
}
