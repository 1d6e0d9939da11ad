package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import semblance.app.cli.StandingPrinter.Asked;
import semblance.indexer.PathStanding;
import semblance.indexer.PathStanding.Indexed;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryException;
import semblance.indexer.search.PhotoSearch;
import semblance.indexer.search.Strictness;

/// How the library stands.
@Command(name = "status", description = "Says how many photos are indexed, failed or waiting, or why a file is found or not.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "A file or directory: says what the library knows of it.")
    @Nullable
    Path path;

    @Option(names = "--query", paramLabel = "QUERY", description = "Says where the photo at PATH stands in the answer to this query.")
    @Nullable
    String query;

    @Option(names = "--strictness", paramLabel = "LEVEL", defaultValue = "normal", converter = SearchOptionsMixin.Level.class, description = "Of the answer: loose, normal or strict (${DEFAULT-VALUE}).")
    Strictness strictness = Strictness.NORMAL;

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path asked = path;
        if (query != null && spec != null && (asked == null || query.isBlank())) {
            throw new ParameterException(spec.commandLine(), query.isBlank()
                    ? "The query is empty: describe what the photo shows"
                    : "--query needs the PATH of the photo it is asked about");
        }
        if (asked != null) {
            return inquire(asked);
        }
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

    private int inquire(Path asked) throws IOException {
        String text = query;
        PhotoQuery parsed = text == null ? null : QueryArgument.parse(text, spec);
        try (PhotoLibrary library = session.wire(directories).openReadOnlyForPictures()) {
            PathStanding standing = library.photos().inquire(asked);
            Optional<Asked> place = text != null && parsed != null && standing.fate() instanceof Indexed indexed
                    ? place(library.search(), indexed.photoId(), text, parsed)
                    : Optional.empty();
            Optional<PhotoDetails> details = standing.fate() instanceof Indexed indexed
                    ? library.photos().details(indexed.photoId())
                    : Optional.empty();
            StandingPrinter printer = new StandingPrinter(session);
            if (json) {
                printer.printJson(standing, details, place);
            } else {
                printer.print(standing, details, place);
            }
            return 0;
        } catch (QueryException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Asked> place(PhotoSearch search, long photoId, String text, PhotoQuery parsed)
            throws IOException {
        return search.admits(photoId, parsed)
                ? search.place(photoId, parsed, strictness).map(found -> new Asked(text, Optional.of(found)))
                : Optional.of(new Asked(text, Optional.empty()));
    }
}
