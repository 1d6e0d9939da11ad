package semblance.indexer.scan;

import java.nio.file.Path;
import java.util.Set;

import semblance.indexer.catalog.CatalogSession;

/// The rules of a library: the fixed ones and what its user has set. Thread-safe.
public final class LibraryRules {
    private final Set<Path> own;

    /// Sets up the fixed part.
    ///
    /// @param own the library's own files and directories, absolute, without links
    public LibraryRules(Set<Path> own) {
        this.own = Set.copyOf(own);
    }

    /// The rules as they are set at the moment.
    public ScanRules read(CatalogSession session) {
        return new ScanRules(session.exclusions().globs().stream().map(Glob::of).toList(),
                session.exclusions().minBytes(), own);
    }
}
