package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.KnownFile;
import semblance.indexer.catalog.MountTable.Mount;
import semblance.indexer.scan.Drives;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.FolderScanner.Outcome;

/// A look at the directories of a folder in which something may have changed, and at directories in them that were not
/// known. What is not there any more may be found to have moved; only a walk of the whole folder deletes it.
final class HintedWalk {
    private final Catalog catalog;
    private final Drives drives;
    private final RunState state;
    private final Folder folder;
    private final DirectoryComparison comparison;
    private final List<Long> missing = new ArrayList<>();

    HintedWalk(Catalog catalog, Drives drives, RunState state, Folder folder, DirectoryComparison comparison) {
        this.catalog = catalog;
        this.drives = drives;
        this.state = state;
        this.folder = folder;
        this.comparison = comparison;
    }

    /// Looks.
    ///
    /// @return nothing if a walk of the whole folder is needed: it is not what it was, or was never walked
    Optional<WalkReport> walk(FolderScanner scanner, List<Folder> all, Collection<Hint> hints) {
        if (folder.state() != Folder.State.ONLINE || !isAsItWas(hints)) {
            return Optional.empty();
        }
        Set<String> known = catalog.read(session -> session.files().photosByDirectory(folder.id()).keySet());
        Set<String> unseen = new HashSet<>();
        List<Path> starts = new ArrayList<>();
        for (Hint hint : hints) {
            Path directory = folder.path().resolve(hint.directory());
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                known.stream().filter(each -> isIn(each, hint.directory())).forEach(unseen::add);
            } else if (scanner.explain(directory, folder.path()).isEmpty()) {
                starts.add(directory);
                known.stream().filter(each -> isIn(each, hint.directory()) && isGone(hint.directory(), each))
                        .forEach(unseen::add);
            }
        }
        Set<String> deep = hints.stream().filter(Hint::deep).map(Hint::directory).collect(Collectors.toSet());
        Set<Path> others = all.stream().map(Folder::path).filter(path -> !path.equals(folder.path()))
                .collect(Collectors.toSet());
        Outcome outcome = scanner.scan(folder.path(), starts,
                directory -> deep.stream().anyMatch(above -> isIn(directory, above))
                        || known.stream().noneMatch(each -> isIn(each, directory)),
                others, listing -> comparison.compare(listing, missing::add), state::stopping);
        if (outcome != Outcome.WHOLE || !isAsItWas(hints)) {
            return Optional.empty();
        }
        unseen.forEach(directory -> comparison.known(directory).values().stream().map(KnownFile::id)
                .forEach(missing::add));
        catalog.write(session -> {
            session.missing().addMovedOnly(missing);
            return missing.size();
        });
        return Optional.of(new WalkReport(Outcome.WHOLE, List.of(), List.of()));
    }

    private static boolean isIn(String directory, String above) {
        return above.isEmpty() || directory.equals(above) || directory.startsWith(above + "/");
    }

    /// Whether the directory between a hinted one and a known one below it is not there.
    private boolean isGone(String hinted, String known) {
        if (known.equals(hinted)) {
            return false;
        }
        String below = hinted.isEmpty() ? known : known.substring(hinted.length() + 1);
        Path child = folder.path().resolve(hinted).resolve(below.split("/", 2)[0]);
        return !Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether the drives on which the directories lie are those of the last whole walk.
    private boolean isAsItWas(Collection<Hint> hints) {
        try {
            if (!drives.identity(folder.path()).equals(folder.rootKey())) {
                return false;
            }
            for (Mount mount : catalog.read(session -> session.mounts().in(folder.id()))) {
                boolean touched = hints.stream()
                        .anyMatch(hint -> mount.holds(hint.directory()) || isIn(mount.directory(), hint.directory()));
                if (touched && !drives.identity(folder.path().resolve(mount.directory())).equals(mount.rootKey())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
