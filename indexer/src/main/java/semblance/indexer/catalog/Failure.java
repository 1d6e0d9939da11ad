package semblance.indexer.catalog;

import java.nio.file.Path;

/// A file that could not become a photo of the library, or only in part.
///
/// @param path     absolute
/// @param kind     what went wrong, from a short fixed list
/// @param message  the cause in a sentence
/// @param passing  whether the next scan tries again by itself
/// @param attempts how often it was tried, at least 1
public record Failure(Path path, Kind kind, String message, boolean passing, int attempts) {
    /// What went wrong.
    public enum Kind {
        /// A picture in a format that this version does not read.
        UNSUPPORTED,
        /// The bytes are not a whole, valid picture.
        DAMAGED,
        /// A part of the picture is missing or garbled; what is left of it is a photo of the library.
        PARTIAL,
        /// More pixels or bytes than the limits allow.
        TOO_LARGE,
        /// The system refused: permissions, input/output error, a drive that went away, no process for its decoder.
        UNREADABLE,
        /// The file was being written while it was read.
        CHANGING,
        /// The name's bytes are no text in the file system's encoding.
        INVALID_NAME,
        /// The encoder made no usable embedding of it.
        NOT_ENCODED,
        /// The process ended while it was decoded, more than once; or the worker process that decoded it did, or hung.
        CRASHED
    }
}
