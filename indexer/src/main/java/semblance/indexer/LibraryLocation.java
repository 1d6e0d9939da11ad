package semblance.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where a library lies.
///
/// @param data  catalog and indexes; losing it loses tags
/// @param cache thumbnails, label embeddings and measurements of this machine; may be deleted at any time
public record LibraryLocation(Path data, Path cache) {
    public Path catalog() {
        return data.resolve("catalog.db");
    }

    public Path indexes() {
        return data.resolve("index");
    }

    public Path thumbnails() {
        return cache.resolve("thumbnails");
    }

    Path labels() {
        return cache.resolve("labels");
    }

    Path batches() {
        return cache.resolve("batches.properties");
    }

    Path decoding() {
        return data.resolve("decoding");
    }

    Path lock() {
        return data.resolve("library.lock");
    }

    /// What walks pass over where a folder of photos holds it: the directories, and what is in them even if a folder of
    /// photos is one of them. Absolute, without links.
    Set<Path> ownFiles() {
        Path catalog = real(data).resolve(catalog().getFileName());
        Set<Path> own = new HashSet<>(List.of(real(data), real(cache), real(data).resolve("index"),
                real(data).resolve("models"), real(data).resolve("log"), real(data).resolve(lock().getFileName()),
                real(data).resolve(decoding().getFileName()),
                real(cache).resolve("thumbnails"), real(cache).resolve(batches().getFileName()),
                real(cache).resolve("labels"), real(cache).resolve("native"),
                real(cache).resolve("dropped")));
        for (String part : List.of("", "-wal", "-shm", "-journal", ".restoring")) {
            own.add(catalog.resolveSibling(catalog.getFileName() + part));
        }
        return own;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize(); // not made yet
        }
    }
}
