package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import semblance.indexer.scan.Exclusion.Rule;

/// What walks pass over: hidden names, what systems and programs keep beside photos, Semblance's own files, and what the
/// user excludes. The rules speak of what lies below a folder, never of the folder itself: that was named by the user.
public final class ScanRules {
    private static final Set<String> SYSTEM = Set.of("@eaDir", "#recycle", "node_modules", "$RECYCLE.BIN",
            "System Volume Information", "lost+found");
    private static final List<String> MARKERS = List.of(".nomedia", ".noindex");
    /// Packages of photo libraries, and where in them the photos lie.
    private static final Map<String, Set<String>> LIBRARIES = Map.of("photoslibrary", Set.of("originals", "Masters"),
            "photolibrary", Set.of("originals", "Originals", "Masters"), "migratedphotolibrary",
            Set.of("originals", "Originals", "Masters"), "aplibrary", Set.of("Masters"));
    /// Packages without photos: programs, previews, projects of videos.
    private static final Set<String> PACKAGES = Set.of("app", "lrdata", "imovielibrary", "fcpbundle", "tvlibrary",
            "musiclibrary");

    private final List<Glob> globs;
    private final long minBytes;
    private final Set<Path> own;

    /// Sets up the rules.
    ///
    /// @param minBytes files smaller than this are passed over
    /// @param own      Semblance's own files and directories, absolute, without links
    public ScanRules(List<Glob> globs, long minBytes, Set<Path> own) {
        this.globs = List.copyOf(globs);
        this.minBytes = minBytes;
        this.own = Set.copyOf(own);
    }

    /// Those that hold everywhere, without a library.
    public static ScanRules usual() {
        return new ScanRules(List.of(), 0, Set.of());
    }

    /// The rule that a name below a folder meets, whatever lies there.
    ///
    /// @param entry below the folder
    Optional<Exclusion> entry(Path folder, Path entry) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
            return excluded(Rule.HIDDEN, entry, "");
        }
        if (SYSTEM.contains(name)) {
            return excluded(Rule.SYSTEM, entry, "");
        }
        if (!own.isEmpty() && own.contains(entry)) {
            return excluded(Rule.OWN, entry, "");
        }
        if (isInPackage(entry, name)) {
            return excluded(Rule.PACKAGE, entry, "");
        }
        if (globs.isEmpty()) {
            return Optional.empty();
        }
        Path relative = folder.relativize(entry);
        return globs.stream().filter(glob -> glob.matches(relative)).findFirst()
                .flatMap(glob -> excluded(Rule.GLOB, entry, glob.toString()));
    }

    private static boolean isInPackage(Path entry, String name) {
        Path parent = entry.getParent() == null ? null : entry.getParent().getFileName();
        if (parent == null) {
            return false;
        }
        String kind = extension(parent.toString());
        return PACKAGES.contains(kind) || !LIBRARIES.getOrDefault(kind, Set.of(name)).contains(name);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The marker among the names of a directory by which it is passed over.
    static Optional<String> marker(Set<String> names) {
        return MARKERS.stream().filter(names::contains).findFirst();
    }

    boolean isTooSmall(long bytes) {
        return bytes < minBytes;
    }

    /// Why walks of a folder do not come to a path; looks at the disk for markers, links and the size.
    ///
    /// @param path   absolute, there or not
    /// @param folder that holds it
    /// @return nothing if they do come to it, or would
    public Optional<Exclusion> explain(Path path, Path folder) {
        Path entry = folder;
        for (Path name : path.equals(folder) ? List.<Path>of() : folder.relativize(path)) {
            entry = entry.resolve(name);
            Path here = entry;
            Optional<Exclusion> found = entry(folder, here).or(() -> onDisk(here));
            if (found.isPresent()) {
                return found;
            }
        }
        return size(path).filter(this::isTooSmall)
                .flatMap(_ -> excluded(Rule.TOO_SMALL, path, Long.toString(minBytes)));
    }

    private static Optional<Exclusion> onDisk(Path entry) {
        if (Files.isSymbolicLink(entry)) {
            return excluded(Rule.LINK, entry, "");
        }
        return MARKERS.stream().filter(marker -> Files.exists(entry.resolve(marker), LinkOption.NOFOLLOW_LINKS))
                .findFirst().flatMap(marker -> excluded(Rule.MARKED, entry, marker));
    }

    private static Optional<Long> size(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it cannot be looked at: that is no rule of ours
        }
    }

    private static Optional<Exclusion> excluded(Rule rule, Path place, String detail) {
        return Optional.of(new Exclusion(rule, place, detail));
    }
}
