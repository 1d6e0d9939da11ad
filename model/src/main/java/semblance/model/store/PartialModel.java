package semblance.model.store;

import java.nio.file.Path;

import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.store.download.FileDownloader;

/// What is here of a model that is being downloaded: a folder beside its own, in which files appear whole.
///
/// @param store the directory of all models
record PartialModel(Path store, ModelCard card) {
    private static final String UNFINISHED = ".downloading-";

    Path folder() {
        return store.resolve(UNFINISHED + card.id());
    }

    Path file(ModelFile file) {
        return folder().resolve(file.path());
    }

    /// Held by who changes the model.
    Path lock() {
        return store.resolve(UNFINISHED + card.id() + ".lock");
    }

    /// Bytes that are here.
    long bytes() {
        return card.files().stream().mapToLong(file -> FileDownloader.here(file(file))).sum();
    }

    /// Whether a download has begun.
    boolean isThere() {
        return folder().toFile().isDirectory();
    }
}
