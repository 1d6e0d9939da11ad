package semblance.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.scan.Exclusion;
import semblance.indexer.scan.Glob;
import semblance.indexer.scan.LibraryRules;

/// What the library's walks pass over, in all its folders. Photos that become excluded leave the library at the next whole
/// walk, as deleted ones do; files that are not excluded any more are found by it. Thread-safe.
public final class Exclusions {
    private final Catalog catalog;
    private final LibraryRules rules;

    Exclusions(Catalog catalog, LibraryRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /// The user's globs.
    public List<String> globs() {
        return catalog.read(session -> session.exclusions().globs());
    }

    /// Excludes what a glob matches: names at any depth if it has no slash, else paths from a folder's top; `**` stands for
    /// any number of directories.
    ///
    /// @return false if it was excluded already
    /// @throws IllegalArgumentException if it is no such pattern; the message is for the user
    public boolean exclude(String glob) {
        String pattern = Glob.of(glob).toString();
        return catalog.writeDurably(session -> session.exclusions().add(pattern));
    }

    /// Takes a glob back.
    ///
    /// @return false if there is no such glob
    /// @throws IllegalArgumentException if it is no pattern; the message is for the user
    public boolean include(String glob) {
        String pattern = Glob.of(glob).toString();
        return catalog.writeDurably(session -> session.exclusions().remove(pattern));
    }

    /// The size in bytes below which files are passed over; 0, as it is in a new library, if none is too small.
    public long minBytes() {
        return catalog.read(session -> session.exclusions().minBytes());
    }

    /// Sets the size below which files are passed over.
    ///
    /// @return the size before
    /// @throws IllegalArgumentException if it is negative; the message is for the user
    public long setMinBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("The smallest size of a photo cannot be negative: " + bytes + ".");
        }
        return catalog.writeDurably(session -> session.exclusions().setMinBytes(bytes));
    }

    /// Why a path is not looked at by the walks of the folder that holds it. Looks at the disk, opens nothing.
    ///
    /// @param path absolute, there or not
    /// @return nothing if no rule excludes it, or no folder holds it
    public Optional<Exclusion> of(Path path) {
        return catalog.read(session -> session.folders().holding(path)
                .flatMap(folder -> rules.read(session).explain(path, folder.path())));
    }
}
