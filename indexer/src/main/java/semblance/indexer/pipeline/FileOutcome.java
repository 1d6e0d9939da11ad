package semblance.indexer.pipeline;

import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.decode.VideoHeader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.metadata.SidecarMetadata;

/// What became of a pending file: what the catalog is to record. The embedding travels with its file, so that a failure
/// beside it cannot shift it onto another.
sealed interface FileOutcome {
    PendingFile file();

    /// A picture or video that was encoded.
    ///
    /// @param width  upright, in pixels
    /// @param height upright, in pixels
    /// @param whole  whether all of the picture is there
    /// @param parts  the whole first
    /// @param video  empty for a picture
    record Encoded(PendingFile file, FileStat stat, Fingerprint fingerprint, String format, int width, int height,
            boolean whole, PhotoMetadata metadata, List<Part> parts,
            Optional<VideoHeader> video) implements FileOutcome {
    }

    /// A picture whose content is encoded already or is just being encoded for another file: moved, copied, or only its
    /// stat has changed.
    ///
    /// @param metadata if the catalog lacked it
    record SameContent(PendingFile file, FileStat stat, Fingerprint fingerprint,
            Optional<PhotoMetadata> metadata) implements FileOutcome {
    }

    /// No picture, but what people have written about one.
    record Sidecar(PendingFile file, FileStat stat, SidecarMetadata metadata) implements FileOutcome {
    }

    /// No picture.
    record Skipped(PendingFile file, FileStat stat) implements FileOutcome {
    }

    /// A picture that cannot be had.
    ///
    /// @param passing whether the next scan should try again by itself
    record Failed(PendingFile file, FileStat stat, Failure.Kind kind, String message,
            boolean passing) implements FileOutcome {
    }

    /// The file was gone when it was to be read.
    ///
    /// @param directoryThere whether it was gone from a directory that is still there; else a drive may have gone
    record Vanished(PendingFile file, boolean directoryThere) implements FileOutcome {
    }
}
