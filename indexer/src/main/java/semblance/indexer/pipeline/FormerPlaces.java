package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.FileTable.Place;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.Folder;
import semblance.indexer.scan.FolderScanner;

/// Looks after the photos whose content turns up in a file: one that has left its place while its folder can be reached
/// was moved, even if this run does not walk that folder, or cannot walk it whole. Thread-safe.
final class FormerPlaces {
    /// Of a content with more files than this, only some are looked after; whole walks find the others.
    private static final int LOOKS = 32;

    private final Catalog catalog;

    FormerPlaces(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Adds those that have left to the missing files of the run, which does not delete them for that.
    void look(Fingerprint fingerprint) {
        List<Long> left = catalog.read(session -> session.files().withContent(fingerprint, LOOKS)).stream()
                .filter(FormerPlaces::isLeft).map(Place::fileId).toList();
        if (!left.isEmpty()) {
            catalog.write(session -> {
                session.missing().addMovedOnly(left);
                return left.size();
            });
        }
    }

    private static boolean isLeft(Place place) {
        return Files.notExists(place.path(), LinkOption.NOFOLLOW_LINKS) && isReachable(place.folder());
    }

    /// Whether the very directory that was walked is there, not the mount point of a drive that is away.
    private static boolean isReachable(Folder folder) {
        try {
            return FolderScanner.key(folder.path()).equals(folder.rootKey());
        } catch (IOException e) {
            return false;
        }
    }
}
