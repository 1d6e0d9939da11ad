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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.RelativePath;
import semblance.indexer.catalog.SidecarFiles;

/// Walks a root, directory by directory, with one stat a file and no open. Links are not followed: what they point to is
/// found where it lies.
public final class FolderScanner {
    private static final Logger LOG = LoggerFactory.getLogger(FolderScanner.class);

    private final ScanRules rules;
    private final Drives drives;
    private final Consumer<Path> listed;

    /// A scanner that passes over what rules exclude.
    ///
    /// @param drives tells where another drive begins within a root
    public FolderScanner(ScanRules rules, Drives drives) {
        this(rules, drives, _ -> {
        });
    }

    /// A scanner that says which directories it comes to.
    ///
    /// @param listed told each directory just before it is listed
    public FolderScanner(ScanRules rules, Drives drives, Consumer<Path> listed) {
        this.rules = rules;
        this.drives = drives;
        this.listed = listed;
    }

    /// A directory to be listed.
    ///
    /// @param device on which it lies
    /// @param mount  whether its parent lies on another one
    private record Place(Path directory, String device, boolean mount) {
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
    /// @param visitor    gets each directory that holds files, where another drive begins, and the root in any case
    public Outcome scan(Path root, Set<Path> otherRoots, Consumer<Listing> visitor, BooleanSupplier cancelled) {
        return scan(root, List.of(root), _ -> true, otherRoots, visitor, cancelled);
    }

    /// Walks some directories of a root.
    ///
    /// @param starts     to begin with
    /// @param descend    whether to go on into a directory, given relative to the root
    /// @param otherRoots roots that lie within this one and are walked on their own
    /// @param visitor    gets each directory that holds files, where another drive begins, and those to begin with
    public Outcome scan(Path root, List<Path> starts, Predicate<String> descend, Set<Path> otherRoots,
            Consumer<Listing> visitor, BooleanSupplier cancelled) {
        Deque<Place> places = new ArrayDeque<>();
        boolean whole = true;
        for (Path start : starts) {
            try {
                String device = drives.device(start, Files.readAttributes(start, BasicFileAttributes.class));
                places.push(new Place(start, device, false));
            } catch (IOException e) {
                whole = false;
                LOG.debug("cannot be looked at: {}", start, e);
                if (start.equals(root)) {
                    return Outcome.UNREACHABLE;
                }
            }
        }
        while (!places.isEmpty() && !cancelled.getAsBoolean()) {
            Place place = places.pop();
            try {
                whole &= list(root, place, starts, descend, otherRoots, places, visitor);
            } catch (IOException e) {
                LOG.debug("cannot be listed: {}", place.directory(), e);
                if (place.directory().equals(root)) {
                    return Outcome.UNREACHABLE;
                }
                whole = false;
            }
        }
        return whole && places.isEmpty() ? Outcome.WHOLE : Outcome.PARTIAL;
    }

    private boolean list(Path root, Place place, List<Path> starts, Predicate<String> descend, Set<Path> otherRoots,
            Deque<Place> places, Consumer<Listing> visitor) throws IOException {
        Path directory = place.directory();
        listed.accept(directory);
        Map<String, Path> entries = entries(directory);
        if (!directory.equals(root) && ScanRules.marker(entries.keySet()).isPresent()) {
            return true;
        }
        Listing listing = new Listing(RelativePath.slashed(root.relativize(directory)), new TreeMap<>(),
                new HashSet<>(), new HashSet<>(), place.mount());
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
            } else if (attributes.isDirectory() && !otherRoots.contains(entry)
                    && descend.test(RelativePath.slashed(root.relativize(entry)))) {
                String device = drives.device(entry, attributes);
                places.push(new Place(entry, device, !device.equals(place.device())));
            }
        }
        if (!listing.files().isEmpty() || place.mount() || starts.contains(directory)) {
            visitor.accept(listing);
        }
        return whole;
    }

    /// Why walks of a root do not come to a path; see [ScanRules#explain(Path, Path)].
    public Optional<Exclusion> explain(Path path, Path root) {
        return rules.explain(path, root);
    }

    /// Whether the rules keep walks out of a directory, there or not, by its name or the name of one above.
    ///
    /// @param directory relative to the root, not empty
    public boolean isExcluded(Path root, String directory) {
        Path entry = root;
        for (Path name : Path.of(directory)) {
            entry = entry.resolve(name);
            if (rules.entry(root, entry).isPresent()) {
                return true;
            }
        }
        return false;
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
        // What a sidecar says counts, however little that is.
        if (rules.isTooSmall(attributes.size()) && !SidecarFiles.isSidecar(name)) {
            listing.small().add(name);
        }
    }

    /// The stat of a file.
    ///
    /// @throws IOException if there is none
    public static FileStat stat(Path file) throws IOException {
        return stat(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
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
