package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.indexer.Folders;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.follow.Following;
import semblance.indexer.pipeline.IndexingReport;

/// Indexes folders.
@Command(name = "index", description = "Indexes the photos in these folders, or what is new in them.", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Folders with photos; all folders of the library if none is named.")
    List<Path> folders = List.of();

    @Option(names = "--json", description = "Prints one JSON document at the end; with --watch, one after each change.")
    boolean json;

    @Option(names = "--timings", description = "Says at the end how much processor time each station took.")
    boolean timings;

    @Option(names = "--watch", description = "Goes on following the folders until Ctrl-C.")
    boolean watch;

    IndexCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        for (Path folder : folders) {
            PhotoFolder.check(folder);
        }
        StageTimes times = new StageTimes();
        Wiring wiring = session.wire(directories, provider);
        RunWatcher watcher = new RunWatcher(session, wiring.provider()::notices);
        try (PhotoLibrary library = wiring.open(times)) {
            List<Folder> roots = roots(library.folders());
            int status = 0;
            if (watch) {
                try (Following following = library.indexing().follow(wanted(roots))) {
                    new FollowWatcher(session, watcher).watch(following, this::print);
                }
            } else {
                IndexingReport report = watcher.follow(library.indexing().start(roots));
                print(report);
                status = watcher.status(report);
            }
            if (timings) {
                times.print(session.err());
            }
            return status;
        }
    }

    /// Those that were named, or all of the library, also those that are added later.
    private Predicate<Folder> wanted(List<Folder> roots) {
        Set<Long> ids = roots.stream().map(Folder::id).collect(Collectors.toSet());
        return folder -> folders.isEmpty() || ids.contains(folder.id());
    }

    private void print(IndexingReport report) {
        if (json) {
            new JsonLines(session.out()).print(
                    LibraryDocument.of(report.counts(), report.encoded(), report.elapsed().toNanos() / 1e9));
        } else {
            session.out().println(LibrarySentence.of(report.counts()));
        }
        session.out().flush();
    }

    private List<Folder> roots(Folders library) throws IOException {
        List<Folder> roots = new ArrayList<>();
        for (Path path : folders) {
            Folder root = library.add(path);
            if (!root.path().equals(path.toRealPath())) {
                session.tell(OneLine.of(path) + " is part of the folder " + OneLine.of(root.path())
                        + ", which is indexed as a whole.");
            }
            roots.add(root);
        }
        List<Folder> wanted = folders.isEmpty() ? library.all() : roots.stream().distinct().toList();
        if (wanted.isEmpty()) {
            throw new CommandFailure("The library has no folder yet. Name one: semblance index FOLDER");
        }
        return wanted;
    }
}
