package semblance.indexer.index;

/// A photo and how near it lies to the query.
///
/// @param score the cosine, from -1 to 1
/// @param atMs  where in a video its nearest frame lies, in milliseconds; [#NO_MOMENT] if the nearest is a whole picture
public record ScoredPhoto(long photoId, float score, long atMs) {
    /// A whole picture has none.
    public static final long NO_MOMENT = -1;
}
