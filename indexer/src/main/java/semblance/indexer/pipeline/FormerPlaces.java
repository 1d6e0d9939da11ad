package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.FileTable.Place;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.MountTable.Mount;
import semblance.indexer.scan.Drives;

/// Looks after the photos whose content turns up in a file: one that has left its place while its folder can be reached
/// was moved, even if this run does not walk that folder, or cannot walk it whole. Thread-safe.
final class FormerPlaces {
    /// Of a content with more files than this, only some are looked after; whole walks find the others.
    private static final int LOOKS = 32;

    private final Catalog catalog;
    private final Drives drives;

    FormerPlaces(Catalog catalog, Drives drives) {
        this.catalog = catalog;
        this.drives = drives;
    }

    /// Adds those that have left to the missing files of the run, which does not delete them for that.
    void look(Fingerprint fingerprint) {
        List<Long> left = catalog.read(session -> session.files().withContent(fingerprint, LOOKS)).stream()
                .filter(this::isLeft).map(Place::fileId).toList();
        if (!left.isEmpty()) {
            catalog.write(session -> {
                session.missing().addMovedOnly(left);
                return left.size();
            });
        }
    }

    private boolean isLeft(Place place) {
        return isNoFile(place.path()) && isReachable(place);
    }

    /// Whether there is nothing, or something else such as a directory; no if that cannot be found out.
    private static boolean isNoFile(Path path) {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Whether the very drive that was walked is there, not its mount point.
    private boolean isReachable(Place place) {
        Optional<Mount> mount = catalog.read(session -> session.mounts().in(place.folder().id())).stream()
                .filter(each -> each.holds(place.directory()))
                .max(Comparator.comparingInt(each -> each.directory().length()));
        Path root = mount.map(each -> place.folder().path().resolve(each.directory())).orElse(place.folder().path());
        try {
            return drives.identity(root).equals(mount.map(Mount::rootKey).orElse(place.folder().rootKey()));
        } catch (IOException e) {
            return false;
        }
    }
}
