package semblance.app.window.models;

import java.util.Optional;

import semblance.app.models.DownloadProgress;
import semblance.app.models.ModelInfo;

/// A model as the screen shows it.
///
/// @param needs    the model that has to be there as well and is not
/// @param use      what the library has to do with it
/// @param download how its download goes, if one is under way
/// @param trouble  what went wrong with it last, as sentences; empty if nothing did
public record ModelRow(ModelInfo info, Optional<ModelInfo> needs, Use use, Optional<DownloadProgress> download,
        String trouble) {
    /// What a library has to do with a model.
    public enum Use {
        NONE,
        /// Searches use it.
        IN_USE,
        /// The photos are being encoded for it; then searches use it.
        COMING
    }

    ModelRow withDownload(Optional<DownloadProgress> snapshot) {
        return new ModelRow(info, needs, use, snapshot, trouble);
    }

    ModelRow withTrouble(String sentences) {
        return new ModelRow(info, needs, use, download, sentences);
    }

    /// Bytes that a download would still bring, those of the model it needs included.
    long toDownload() {
        return missing(info) + needs.map(ModelRow::missing).orElse(0L);
    }

    private static long missing(ModelInfo model) {
        return switch (model.state()) {
            case BUNDLED, INSTALLED -> 0;
            case DOWNLOADING, AVAILABLE -> Math.max(0, model.size() - model.downloaded());
        };
    }
}
