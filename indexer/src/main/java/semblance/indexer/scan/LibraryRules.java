package semblance.indexer.scan;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

import semblance.indexer.catalog.CatalogSession;

/// How a library looks at its folders: with the fixed rules and those that its user has set, on the drives of a machine.
/// Thread-safe.
public final class LibraryRules {
    private final Set<Path> own;
    private final Drives drives;

    /// Sets up the fixed part.
    ///
    /// @param own the library's own files and directories, absolute, without links
    public LibraryRules(Set<Path> own, Drives drives) {
        this.own = Set.copyOf(own);
        this.drives = drives;
    }

    /// The rules as they are set at the moment.
    public ScanRules read(CatalogSession session) {
        return new ScanRules(session.exclusions().globs().stream().map(Glob::of).toList(),
                session.exclusions().minBytes(), own);
    }

    public Drives drives() {
        return drives;
    }

    /// A scanner that keeps the rules as they are set at the moment.
    ///
    /// @param listed told each directory just before it is listed
    public FolderScanner scanner(CatalogSession session, Consumer<Path> listed) {
        return new FolderScanner(read(session), drives, listed);
    }

    /// Whether a path is one of the library's own files or directories.
    public boolean isOwn(Path path) {
        return own.contains(path);
    }
}
