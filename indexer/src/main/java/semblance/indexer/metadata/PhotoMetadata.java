package semblance.indexer.metadata;

import java.util.Optional;

/// What the bytes of a photo say about it.
///
/// @param taken  not [TimeSource#FILE_NAME] and the like, which are the file's
/// @param camera make and model, empty if unknown
/// @param lens   empty if unknown
public record PhotoMetadata(Optional<CaptureTime> taken, String camera, String lens, Exposure exposure,
        Optional<GeoPoint> place, Annotations annotations) {
    /// Of a photo that says nothing.
    public static final PhotoMetadata NONE = new PhotoMetadata(Optional.empty(), "", "", Exposure.NONE,
            Optional.empty(), Annotations.NONE);
}
