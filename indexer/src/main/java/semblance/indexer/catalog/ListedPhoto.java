package semblance.indexer.catalog;

/// A photo in a listing by time.
///
/// @param takenMs when it was taken, by the clock there: milliseconds from the beginning of 1970
public record ListedPhoto(long photoId, long takenMs) {
    /// Comes before every photo.
    public static final ListedPhoto START = new ListedPhoto(Long.MAX_VALUE, Long.MAX_VALUE);
}
