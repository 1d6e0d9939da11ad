package semblance.indexer.index;

/// A photo and how near it lies to the query.
///
/// @param score the cosine, from -1 to 1
public record ScoredPhoto(long photoId, float score) {
}
