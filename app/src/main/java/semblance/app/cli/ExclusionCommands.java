package semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.indexer.Exclusions;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;

/// What belongs to the folders of the library and what does not.
final class ExclusionCommands {
    private ExclusionCommands() {
    }

    /// The JSON document of what is excluded; stable from release to release.
    ///
    /// @param minSize in bytes
    record ExclusionDocument(List<String> patterns, long minSize) {
    }

    private static int print(Session session, Exclusions exclusions, boolean json) {
        if (json) {
            new JsonLines(session.out()).print(new ExclusionDocument(exclusions.globs(), exclusions.minBytes()));
            return 0;
        }
        exclusions.globs().forEach(session.out()::println);
        if (exclusions.minBytes() > 0) {
            session.out().println("files of less than " + exclusions.minBytes() + " bytes");
        }
        if (exclusions.globs().isEmpty() && exclusions.minBytes() == 0) {
            session.tell("Nothing is excluded by you.");
        }
        return 0;
    }

    /// Excludes.
    @Command(name = "exclude", description = "Excludes files and folders by patterns; without one, lists what you have excluded.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
        "A pattern without a slash is a name at any depth: Screenshots, *.png. One with a slash",
        "is a path from the top of a folder: 2020/raw/*. ** stands for any number of folders.",
        "Hidden files, folders with a file .nomedia or .noindex, and what systems and programs",
        "keep beside photos are left out anyway. Takes effect when the folders are indexed next."})
    static final class Exclude implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "PATTERN", arity = "0..*", description = "What to exclude.")
        List<String> patterns = List.of();

        @Option(names = "--min-size", paramLabel = "BYTES", description = "Excludes smaller files; 0 excludes none.")
        @Nullable
        Long minSize;

        @Option(names = "--json", description = "Prints one JSON document of all that is excluded.")
        boolean json;

        Exclude(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (patterns.isEmpty() && minSize == null) {
                try (PhotoLibrary library = session.wire(directories).openReadOnly()) {
                    return print(session, library.folders().exclusions(), json);
                }
            }
            try (PhotoLibrary library = session.wire(directories).open(StageObserver.NONE)) {
                Exclusions exclusions = library.folders().exclusions();
                if (minSize != null) {
                    exclusions.setMinBytes(minSize);
                }
                patterns.forEach(exclusions::exclude);
                return print(session, exclusions, json);
            }
        }
    }

    /// Takes an exclusion back.
    @Command(name = "include", description = "Takes patterns back that were excluded.", mixinStandardHelpOptions = true)
    static final class Include implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "PATTERN", arity = "1..*", description = "As semblance folders exclude lists it.")
        List<String> patterns = List.of();

        @Option(names = "--json", description = "Prints one JSON document of all that is still excluded.")
        boolean json;

        Include(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (PhotoLibrary library = session.wire(directories).open(StageObserver.NONE)) {
                Exclusions exclusions = library.folders().exclusions();
                for (String pattern : patterns) {
                    if (!exclusions.include(pattern)) {
                        throw new CommandFailure("\"" + pattern + "\" is not excluded by you. What is: "
                                + String.join(", ", exclusions.globs()));
                    }
                }
                return print(session, exclusions, json);
            }
        }
    }

    /// Takes a folder as it is.
    @Command(name = "accept", description = "Says that a folder is to be taken as it is, although it is not what was indexed.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
        "For a folder that was deleted and made anew, or another drive in the place of one: as long",
        "as you do not say so, its photos are taken to be away with their drive. When it is indexed",
        "next, photos that are not there leave the library."})
    static final class Accept implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "PLACE", description = "A folder of the library, or a place in one where a drive used to be.")
        Path place = Path.of("");

        Accept(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (PhotoLibrary library = session.wire(directories).open(StageObserver.NONE)) {
                library.folders().accept(place);
                session.tell("Taken as it is when it is indexed next: semblance index");
                return 0;
            }
        }
    }
}
