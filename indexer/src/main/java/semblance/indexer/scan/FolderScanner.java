package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.RelativePath;

/// Walks a root, directory by directory, with one stat a file and no open. Links are not followed: what they point to is
/// found where it lies.
public final class FolderScanner {
    private static final Logger LOG = LoggerFactory.getLogger(FolderScanner.class);

    private final ScanRules rules;

    /// A scanner that passes over what rules exclude.
    public FolderScanner(ScanRules rules) {
        this.rules = rules;
    }

    /// How a walk ended.
    public enum Outcome {
        /// Every directory was listed: what was not seen is not there.
        WHOLE,
        /// A directory or file refused, or the walk was cancelled: nothing can be said of what was not seen.
        PARTIAL,
        /// The root itself cannot be listed.
        UNREACHABLE
    }

    /// Walks a root.
    ///
    /// @param otherRoots roots that lie within this one and are walked on their own
    /// @param visitor    gets each directory that holds files, and the root in any case
    public Outcome scan(Path root, Set<Path> otherRoots, Consumer<Listing> visitor, BooleanSupplier cancelled) {
        Deque<Path> directories = new ArrayDeque<>();
        directories.push(root);
        boolean whole = true;
        while (!directories.isEmpty() && !cancelled.getAsBoolean()) {
            Path directory = directories.pop();
            try {
                whole &= list(root, directory, otherRoots, directories, visitor);
            } catch (IOException e) {
                LOG.debug("cannot be listed: {}", directory, e);
                if (directory.equals(root)) {
                    return Outcome.UNREACHABLE;
                }
                whole = false;
            }
        }
        return whole && directories.isEmpty() ? Outcome.WHOLE : Outcome.PARTIAL;
    }

    private boolean list(Path root, Path directory, Set<Path> otherRoots, Deque<Path> directories,
            Consumer<Listing> visitor) throws IOException {
        Map<String, Path> entries = entries(directory);
        if (!directory.equals(root) && ScanRules.marker(entries.keySet()).isPresent()) {
            return true;
        }
        Listing listing = new Listing(RelativePath.slashed(root.relativize(directory)), new TreeMap<>(),
                new HashSet<>(), new HashSet<>());
        Path readable = root.resolve(listing.directory());
        boolean whole = true;
        for (Map.Entry<String, Path> named : entries.entrySet()) {
            Path entry = named.getValue();
            if (rules.entry(root, entry).isPresent()) {
                continue;
            }
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                continue; // gone since it was listed
            } catch (IOException e) {
                LOG.debug("no stat: {}", entry, e);
                whole = false;
                continue;
            }
            if (attributes.isRegularFile()) {
                add(listing, named.getKey(), attributes, readable.resolve(named.getKey()).equals(entry));
            } else if (attributes.isDirectory() && !otherRoots.contains(entry)) {
                directories.push(entry);
            }
        }
        if (!listing.files().isEmpty() || directory.equals(root)) {
            visitor.accept(listing);
        }
        return whole;
    }

    /// All names first: a marker among the last of them keeps the first ones out.
    private static Map<String, Path> entries(Path directory) throws IOException {
        Map<String, Path> entries = new LinkedHashMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entry -> entries.put(entry.getFileName().toString(), entry));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private void add(Listing listing, String name, BasicFileAttributes attributes, boolean namable) {
        listing.files().put(name, stat(attributes));
        if (!namable) {
            listing.unnamable().add(name);
        }
        if (rules.isTooSmall(attributes.size())) {
            listing.small().add(name);
        }
    }

    /// The stat of a file.
    ///
    /// @throws IOException if there is none
    public static FileStat stat(Path file) throws IOException {
        return stat(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /// The identity of a directory: another one under the same path has another.
    public static String key(Path directory) throws IOException {
        Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        return key == null ? "" : key.toString();
    }

    private static FileStat stat(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileStat(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                key == null ? "" : withoutDevice(key.toString()));
    }

    /// Device numbers change when a drive is plugged in again, the file's own number does not.
    private static String withoutDevice(String key) {
        int inode = key.indexOf("ino=");
        return inode < 0 ? key : key.substring(inode);
    }
}
