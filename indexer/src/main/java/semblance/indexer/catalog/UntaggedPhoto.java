package semblance.indexer.catalog;

import semblance.model.Embedding;

/// A photo for which tags are to be suggested.
///
/// @param change the number of the change that made it so
/// @param picture the embedding of the whole picture
public record UntaggedPhoto(long photoId, long change, Embedding picture) {
}
