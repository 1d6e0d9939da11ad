package semblance.indexer.catalog;

import java.nio.file.Path;

/// A photo whose data have not been read.
///
/// @param path absolute
/// @param stat of the file when it was found to have that content
public record UnreadPhoto(long contentId, Path path, FileStat stat) {
}
