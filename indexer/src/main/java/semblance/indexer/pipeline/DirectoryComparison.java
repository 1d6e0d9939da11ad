package semblance.indexer.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.KnownFile;
import semblance.indexer.scan.Listing;

/// Compares what lies in a directory with what the catalog knows of it: new and changed files become pending. An unchanged
/// directory is only read, nothing is written.
final class DirectoryComparison {
    /// Raised when more formats can be read: what an older program failed at or skipped is looked at again.
    static final int READER_VERSION = 5;

    private final Catalog catalog;
    private final RunState state;
    private final Folder folder;
    private final AtomicLong sequence;

    DirectoryComparison(Catalog catalog, RunState state, Folder folder, AtomicLong sequence) {
        this.catalog = catalog;
        this.state = state;
        this.folder = folder;
        this.sequence = sequence;
    }

    /// The known files of a directory, by name.
    Map<String, KnownFile> known(String directory) {
        return catalog.read(session -> session.files().inDirectory(folder.id(), directory, READER_VERSION));
    }

    /// How many photos of a directory are where they were, and as large.
    long recognised(Listing listing) {
        return known(listing.directory()).values().stream().filter(KnownFile::photo).filter(file -> {
            FileStat found = listing.files().get(file.name());
            return found != null && found.size() == file.stat().size();
        }).count();
    }

    /// Lets new and changed files wait to be read.
    ///
    /// @param missing told the ids of known files that are not there
    void compare(Listing listing, LongConsumer missing) {
        state.passGate();
        Map<String, KnownFile> known = known(listing.directory());
        listing.files().entrySet().removeIf(file -> isExcluded(listing, file, known));
        state.scanned.add(listing.files().size());
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
                .forEach(file -> missing.accept(file.id()));
    }

    /// One that has just become too small may be a photo that is emptied to be saved anew: it is read first.
    private static boolean isExcluded(Listing listing, Map.Entry<String, FileStat> file, Map<String, KnownFile> known) {
        KnownFile before = known.get(file.getKey());
        return listing.small().contains(file.getKey()) && (before == null || before.stat().equals(file.getValue()));
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
