package semblance.app.cli;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.app.models.ModelVerification;
import semblance.app.models.ModelVerification.CheckedFile;
import semblance.indexer.PhotoLibrary;

/// What is done with models that are on this machine.
final class ModelUpkeepCommands {
    private ModelUpkeepCommands() {
    }

    /// The JSON document of a file; stable from release to release.
    ///
    /// @param state  whole, unknown, damaged or missing
    /// @param detail empty if nothing is wrong
    record FileDocument(String id, String path, String state, String detail) {
    }

    /// The JSON document of a removal; stable from release to release.
    ///
    /// @param freed  in bytes
    /// @param photos whose embeddings of the model stay in the library
    record RemovalDocument(String id, long freed, long photos) {
    }

    /// Reads all files of a model.
    @Command(name = "verify", description = "Reads all files of a model on this machine and says which are damaged.", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "ID", description = "As models list names it.")
        String id = "";

        @Option(names = "--json", description = "Prints one JSON document a file.")
        boolean json;

        Verify(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            ModelVerification verification = session.wire(directories).shelf().verify(id);
            JsonLines lines = new JsonLines(session.out());
            for (CheckedFile file : verification.files()) {
                if (json) {
                    lines.print(new FileDocument(id, file.path(), file.state().name().toLowerCase(Locale.ROOT),
                            file.detail()));
                } else {
                    session.out().println(file.path() + ": " + words(file));
                }
            }
            if (!verification.isWhole()) {
                session.tell(verification.remedy());
            }
            return verification.isWhole() ? 0 : 1;
        }

        private static String words(CheckedFile file) {
            return switch (file.state()) {
                case WHOLE -> "as published";
                case UNKNOWN -> "here; nobody has published its hash";
                case DAMAGED -> "damaged (" + file.detail() + ")";
                case MISSING -> "missing";
            };
        }
    }

    /// Deletes a model.
    @Command(name = "remove", description = {"Deletes a model from this machine, unless the library needs it.",
        "Embeddings that it has made stay in the library: if it comes back, no photo is encoded again."}, mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "ID", description = "As models list names it.")
        String id = "";

        @Option(names = "--json", description = "Prints one JSON document.")
        boolean json;

        Remove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Wiring wiring = session.wire(directories);
            wiring.shelf().find(id);
            Set<String> needed = Set.of();
            long photos = 0;
            if (wiring.hasLibrary()) {
                try (PhotoLibrary library = wiring.openReadOnly()) {
                    needed = wiring.shelf().neededBy(library.models());
                    photos = wiring.shelf().space(id).map(library.models()::encoded).orElse(0L);
                }
            }
            long freed = wiring.shelf().remove(id, needed);
            if (json) {
                new JsonLines(session.out()).print(new RemovalDocument(id, freed, photos));
            } else {
                session.out().println("Removed " + id + ": " + ModelText.mebi(freed) + " are free."
                        + (photos == 0
                                ? ""
                                : " The embeddings that it made of " + LibrarySentence.number(photos, "photo", "photos")
                                        + " stay in the library; if it comes back, these are not encoded again."));
            }
            return 0;
        }
    }
}
