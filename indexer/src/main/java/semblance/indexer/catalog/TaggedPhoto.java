package semblance.indexer.catalog;

import java.nio.file.Path;

/// A photo that has a certain tag.
///
/// @param path absolute
/// @param tag  suggested or confirmed
public record TaggedPhoto(long photoId, Path path, PhotoTag tag) {
}
