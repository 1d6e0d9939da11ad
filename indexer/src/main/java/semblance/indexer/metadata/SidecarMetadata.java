package semblance.indexer.metadata;

import java.util.Optional;

/// What a sidecar says about its photo.
///
/// @param taken of source [TimeSource#SIDECAR]
public record SidecarMetadata(Optional<CaptureTime> taken, Optional<GeoPoint> place, Annotations annotations) {
    /// Of a sidecar that says nothing, or cannot be read.
    public static final SidecarMetadata NONE = new SidecarMetadata(Optional.empty(), Optional.empty(),
            Annotations.NONE);
}
