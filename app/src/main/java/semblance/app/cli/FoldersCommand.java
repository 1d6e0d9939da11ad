package semblance.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.indexer.Folders.Removal;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.DepartureTable;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.FolderStatus;
import semblance.indexer.pipeline.StageObserver;

/// The folders of the library. Without a command of its own it lists them.
@Command(name = "folders", description = "Lists the folders of the library, removes one, says where it lies now or what in it to leave out.", mixinStandardHelpOptions = true, subcommands = {
    FoldersCommand.ListFolders.class, FoldersCommand.Remove.class,
    FoldersCommand.Relocate.class, ExclusionCommands.Exclude.class, ExclusionCommands.Include.class,
    ExclusionCommands.Accept.class}, footerHeading = "%n", footer = "A folder is added by indexing it: semblance index FOLDER")
final class FoldersCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// The JSON document of a folder; stable from release to release.
    ///
    /// @param state         new, online, partly or offline, as of the last look
    /// @param lastWholeWalk in UTC
    record FolderDocument(String path, String state, long photos, long indexed, long failed, long pending,
            @Nullable String lastWholeWalk) {
        static FolderDocument of(FolderStatus status) {
            return new FolderDocument(status.folder().path().toString(), status.state().name().toLowerCase(Locale.ROOT),
                    status.photos(), status.indexed(), status.failed(), status.pending(),
                    status.lastWholeWalk().map(Instant::toString).orElse(null));
        }
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Option(names = "--json", description = "Prints one JSON document a folder.")
    boolean json;

    FoldersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return list(session, directories, json);
    }

    private static int list(Session session, DirectoryOptions directories, boolean json) {
        try (PhotoLibrary library = session.wire(directories).openReadOnly()) {
            List<FolderStatus> folders = library.folders().statuses();
            if (json) {
                JsonLines lines = new JsonLines(session.out());
                folders.forEach(folder -> lines.print(FolderDocument.of(folder)));
            } else if (folders.isEmpty()) {
                session.tell("The library has no folder yet. Name one: semblance index FOLDER");
            } else {
                folders.forEach(folder -> session.out()
                        .println(OneLine.of(folder.folder().path()) + "\n    " + sentence(folder)));
            }
            return 0;
        }
    }

    private static String sentence(FolderStatus status) {
        String photos = LibrarySentence.number(status.photos(), "photo", "photos")
                + (status.failed() > 0 ? ", " + status.failed() + " failed" : "")
                + (status.pending() > 0 ? ", " + status.pending() + " waiting" : "");
        String walk = when(status.lastWholeWalk()).map(time -> ", last gone through " + time).orElse("");
        return switch (status.state()) {
            case NEW -> "not indexed yet";
            case ONLINE -> photos + walk;
            case PARTLY -> photos + walk + "; not everything in it can be listed: check the permissions in it";
            case OFFLINE -> photos + walk + "; cannot be reached: plug in its drive, or relocate it";
        };
    }

    private static Optional<String> when(Optional<Instant> time) {
        return time.map(instant -> WHEN.format(instant.atZone(ZoneId.systemDefault())));
    }

    /// Lists.
    @Command(name = "list", description = "Lists the folders of the library and how each stands.", mixinStandardHelpOptions = true)
    static final class ListFolders implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Option(names = "--json", description = "Prints one JSON document a folder.")
        boolean json;

        ListFolders(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return list(session, directories, json);
        }
    }

    /// Removes.
    @Command(name = "remove", description = "Removes a folder from the library. Nothing on disk is touched.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
        "Tags that you confirmed or rejected are kept for 30 days and come back with the",
        "photos, wherever they are indexed again."})
    static final class Remove implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(paramLabel = "FOLDER", description = "A folder of the library; it need not be there any more.")
        Path folder = Path.of("");

        @Option(names = "--json", description = "Prints one JSON document.")
        boolean json;

        /// The JSON document of a removal; stable from release to release.
        record RemovalDocument(String path, long removed) {
        }

        Remove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (PhotoLibrary library = session.wire(directories).open(StageObserver.NONE)) {
                Removal removal = library.folders().remove(folder);
                if (json) {
                    new JsonLines(session.out())
                            .print(new RemovalDocument(folder.toAbsolutePath().normalize().toString(), removal.left()));
                    return 0;
                }
                session.out().println(removal.holder().map(
                        holder -> "Removed. Its photos stay in the library: they are in " + OneLine.of(holder.path())
                                + ".")
                        .orElseGet(() -> "Removed, with " + LibrarySentence.number(removal.left(), "photo", "photos")
                                + ". Their tags are kept for " + DepartureTable.KEPT.toDays() + " days."));
                return 0;
            }
        }
    }

    /// Relocates.
    @Command(name = "relocate", description = "Says that a folder lies at another place now. All that is known of its photos stays; none is read.", mixinStandardHelpOptions = true)
    static final class Relocate implements Callable<Integer> {
        private final Session session;

        @Mixin
        final DirectoryOptions directories = new DirectoryOptions();

        @Parameters(index = "0", paramLabel = "OLD", description = "A folder of the library; it need not be there any more.")
        Path old = Path.of("");

        @Parameters(index = "1", paramLabel = "NEW", description = "Where it is now.")
        Path place = Path.of("");

        @Option(names = "--force", description = "Even if its photos are not found there.")
        boolean force;

        @Option(names = "--json", description = "Prints one JSON document.")
        boolean json;

        Relocate(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            PhotoFolder.check(place);
            try (PhotoLibrary library = session.wire(directories).open(StageObserver.NONE)) {
                Folder folder = library.folders().relocate(old, place, force);
                FolderStatus status = library.folders().statuses().stream()
                        .filter(each -> each.folder().id() == folder.id()).findFirst().orElseThrow();
                if (json) {
                    new JsonLines(session.out()).print(FolderDocument.of(status));
                } else {
                    session.out().println(LibrarySentence.number(status.photos(), "photo is", "photos are") + " in "
                            + OneLine.of(folder.path()) + " now.");
                }
                return 0;
            }
        }
    }
}
