package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import semblance.indexer.scan.Listing;

/// A look at the directories of a folder in which something may have changed, and at directories in them that were not
/// known. What is not there any more may be found to have moved; only a walk of the whole folder deletes it.
final class HintedWalk {
    private final Catalog catalog;
    private final Drives drives;
    private final RunState state;
    private final Folder folder;
    private final DirectoryComparison comparison;
    private final List<Long> missing = new ArrayList<>();
    private boolean foundDrive;

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
                others, this::look, state::stopping);
        if (outcome != Outcome.WHOLE || foundDrive || !isAsItWas(hints)) {
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

    private void look(Listing listing) {
        if (listing.mount()) {
            foundDrive = true; // it has to be remembered before its photos are
        } else {
            comparison.compare(listing, missing::add);
        }
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
            List<Mount> mounts = catalog.read(session -> session.mounts().in(folder.id()));
            for (Mount mount : mounts) {
                boolean touched = hints.stream()
                        .anyMatch(hint -> mount.holds(hint.directory()) || isIn(mount.directory(), hint.directory()));
                if (touched && !drives.identity(folder.path().resolve(mount.directory())).equals(mount.rootKey())) {
                    return false;
                }
            }
            for (Hint hint : hints) {
                if (!isOnItsDrive(hint.directory(), mounts)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a directory, if it is there, lies on the drive that is remembered around it and not on one unheard of.
    private boolean isOnItsDrive(String directory, List<Mount> mounts) throws IOException {
        Path hinted = folder.path().resolve(directory);
        String around = mounts.stream().filter(mount -> mount.holds(directory)).map(Mount::directory)
                .max(Comparator.comparingInt(String::length)).orElse("");
        return !Files.isDirectory(hinted, LinkOption.NOFOLLOW_LINKS)
                || device(hinted).equals(device(folder.path().resolve(around)));
    }

    private String device(Path directory) throws IOException {
        return drives.device(directory, Files.readAttributes(directory, BasicFileAttributes.class));
    }
}
