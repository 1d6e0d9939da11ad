package semblance.indexer;

import java.nio.file.Path;

/// Where a library lies.
///
/// @param data  catalog and indexes; losing it loses tags
/// @param cache thumbnails and label embeddings; may be deleted at any time
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

    Path decoding() {
        return data.resolve("decoding");
    }

    Path lock() {
        return data.resolve("library.lock");
    }
}
