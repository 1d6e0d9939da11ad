package semblance.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;

/// How the library stands.
@Command(name = "status", description = "Says how many photos are indexed, failed or waiting.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try (PhotoLibrary library = session.wire(directories).openReadOnly()) {
            LibraryCounts counts = library.indexing().counts();
            if (json) {
                new JsonLines(session.out())
                        .print(LibraryDocument.of(counts, 0, (System.nanoTime() - start) / 1e9));
                return 0;
            }
            session.out().println(LibrarySentence.of(counts));
            for (Folder folder : library.folders().all()) {
                session.out().println("  " + OneLine.of(folder.path()) + switch (folder.state()) {
                    case NEW -> "  (not indexed yet)";
                    case ONLINE -> "";
                    case OFFLINE -> "  (cannot be reached; its photos stay searchable)";
                });
            }
            return 0;
        }
    }
}
