package semblance.indexer.index;

/// A photo in whose texts words of a query stand.
///
/// @param score    how well by BM25, comparable within one answer
/// @param coverage the share of the query's words that do, by their weights, above 0 and up to 1
public record TextHit(long photoId, float score, double coverage) {
}
