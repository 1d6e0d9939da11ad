package semblance.indexer.catalog;

import java.nio.file.Path;

/// A file that waits to be read.
///
/// @param path     absolute
/// @param size     in bytes, when it was last looked at
/// @param modifiedNs when it was last modified, nanoseconds since 1970
/// @param hasPhoto whether it already is a photo of the library, whose content has changed
public record PendingFile(long id, Path path, long size, long modifiedNs, boolean hasPhoto) {
}
