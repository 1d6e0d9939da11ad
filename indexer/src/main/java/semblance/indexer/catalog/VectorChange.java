package semblance.indexer.catalog;

import java.util.List;

/// What a view of vectors has to hold of a photo from now on.
///
/// @param parts all of them, in their order; empty if the view has to forget the photo
public record VectorChange(long photoId, List<Part> parts) {
    /// One vector of a photo.
    ///
    /// @param number 0 for the whole picture, or the mean of a video's frames
    /// @param atMs   of a video's frame, else 0
    /// @param vector L2 norm 1, shared
    @SuppressWarnings("ArrayRecordComponent") // passes straight from a row into the index
    public record Part(int number, long atMs, float[] vector) {
    }
}
