package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.scan.LibraryRules;

/// The roots of a library. Thread-safe.
public final class Folders {
    private final Catalog catalog;
    private final LibraryRules rules;

    Folders(Catalog catalog, LibraryRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /// What walks of the folders pass over.
    public Exclusions exclusions() {
        return new Exclusions(catalog, rules);
    }

    public List<Folder> all() {
        return catalog.read(session -> session.folders().all());
    }

    /// Adds a folder, or finds the one that already holds it.
    ///
    /// @throws IllegalArgumentException if it is no folder that can be listed; the message is for the user
    public Folder add(Path path) {
        Path wanted = real(path);
        return catalog.writeDurably(session -> {
            Optional<Folder> holding = session.folders().holding(wanted)
                    .filter(folder -> rules.read(session).explain(wanted, folder.path()).isEmpty());
            return holding.orElseGet(() -> session.folders().add(wanted));
        });
    }

    private static Path real(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "There is no folder " + path + ". Check the name, or plug in its drive.");
        }
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a file, not a folder. Name the folder that holds it.");
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The folder " + path + " cannot be opened (" + e.getMessage() + "). Check its permissions.", e);
        }
    }
}
