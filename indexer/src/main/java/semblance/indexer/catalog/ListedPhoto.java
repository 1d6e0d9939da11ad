package semblance.indexer.catalog;

/// A photo in a listing by time.
///
/// @param modifiedNs when its file was last modified, nanoseconds since 1970
public record ListedPhoto(long photoId, long modifiedNs) {
    /// Comes before every photo.
    public static final ListedPhoto START = new ListedPhoto(Long.MAX_VALUE, Long.MAX_VALUE);
}
