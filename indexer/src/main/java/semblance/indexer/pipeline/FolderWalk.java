package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.KnownFile;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.Listing;

/// One walk of one folder, compared with what the catalog knows of it: new and changed files become pending, those not
/// seen become missing if the walk was whole. An unchanged folder is only read, nothing is written.
final class FolderWalk {
    /// Raised when more formats can be read: what an older program failed at or skipped is looked at again.
    static final int READER_VERSION = 1;

    private final Catalog catalog;
    private final RunState state;
    private final Folder folder;
    private final AtomicLong sequence;
    private final Set<String> unseen;
    private final List<Long> missing = new ArrayList<>();
    private long seen;

    FolderWalk(Catalog catalog, RunState state, Folder folder, AtomicLong sequence) {
        this.catalog = catalog;
        this.state = state;
        this.folder = folder;
        this.sequence = sequence;
        this.unseen = new HashSet<>(catalog.read(session -> session.files().directories(folder.id())));
    }

    /// Walks the folder.
    ///
    /// @param scanner passes over what the library's rules exclude
    /// @param all     every folder of the library: those within this one are walked on their own
    FolderScanner.Outcome walk(FolderScanner scanner, List<Folder> all) {
        Set<Path> others = all.stream().map(Folder::path).filter(path -> !path.equals(folder.path()))
                .collect(Collectors.toSet());
        try {
            String key = FolderScanner.key(folder.path());
            return switch (scanner.scan(folder.path(), others, this::compare, state::stopping)) {
                case WHOLE -> whole(key);
                case PARTIAL -> {
                    catalog.write(session -> session.folders().cameOnline(folder.id()));
                    yield FolderScanner.Outcome.PARTIAL;
                }
                case UNREACHABLE -> offline();
            };
        } catch (IOException e) {
            return offline();
        }
    }

    private FolderScanner.Outcome whole(String key) {
        for (String directory : unseen) {
            known(directory).values().forEach(file -> missing.add(file.id()));
        }
        boolean otherDisk = !folder.rootKey().isEmpty() && !folder.rootKey().equals(key);
        if (otherDisk && seen == 0 && !missing.isEmpty()) {
            // An empty directory where another one used to be: the mount point of a drive that is not plugged in.
            return offline();
        }
        catalog.write(session -> {
            session.missing().add(missing);
            return session.folders().walked(folder.id(), key);
        });
        return FolderScanner.Outcome.WHOLE;
    }

    private FolderScanner.Outcome offline() {
        catalog.write(session -> session.folders().wentOffline(folder.id()));
        return FolderScanner.Outcome.UNREACHABLE;
    }

    private Map<String, KnownFile> known(String directory) {
        return catalog.read(session -> session.files().inDirectory(folder.id(), directory, READER_VERSION));
    }

    private void compare(Listing listing) {
        state.passGate();
        unseen.remove(listing.directory());
        seen += listing.files().size();
        state.scanned.add(listing.files().size());
        Map<String, KnownFile> known = known(listing.directory());
        listing.files().entrySet().removeIf(file -> isExcluded(listing, file, known));
        List<Map.Entry<String, FileStat>> waiting = listing.files().entrySet().stream().filter(file -> {
            KnownFile before = known.get(file.getKey());
            return before == null || before.retry() || !before.stat().equals(file.getValue());
        }).toList();
        if (!waiting.isEmpty()) {
            catalog.write(session -> {
                waiting.forEach(file -> await(session, listing, file, known.get(file.getKey())));
                return waiting.size();
            });
        }
        known.values().stream().filter(file -> !listing.files().containsKey(file.name()))
                .forEach(file -> missing.add(file.id()));
    }

    /// One that has just become too small may be a photo that is emptied to be saved anew: it is read first.
    private static boolean isExcluded(Listing listing, Map.Entry<String, FileStat> file, Map<String, KnownFile> known) {
        KnownFile before = known.get(file.getKey());
        return listing.small().contains(file.getKey())
                && (before == null || before.stat().equals(file.getValue()));
    }

    private void await(CatalogSession session, Listing listing, Map.Entry<String, FileStat> file,
            @Nullable KnownFile before) {
        String name = file.getKey();
        FileStat stat = file.getValue();
        long next = sequence.getAndIncrement();
        long id;
        if (before == null) {
            id = session.files().addPending(folder.id(), listing.directory(), name, stat, next);
        } else {
            id = before.id();
            session.files().markPending(id, stat, next);
        }
        if (listing.unnamable().contains(name)) {
            session.failures().note(id, Failure.Kind.INVALID_NAME,
                    "Its name is not valid text in this system's encoding. Rename the file.", false);
            session.files().failed(id, stat, READER_VERSION);
        } else {
            state.found.increment();
        }
    }
}
