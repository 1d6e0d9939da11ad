package semblance.indexer.metadata;

import org.jspecify.annotations.Nullable;

/// How a photo was exposed, as far as it says so. All numbers are above 0.
///
/// @param seconds       the shutter was open
/// @param fNumber       focal length over aperture
/// @param focalLength   in millimetres
/// @param focalLength35 that a camera for 35 mm film would need for the same view, in millimetres
/// @param iso           sensitivity
public record Exposure(@Nullable Double seconds, @Nullable Double fNumber, @Nullable Double focalLength,
        @Nullable Double focalLength35, @Nullable Integer iso) {
    /// Of a photo that says nothing.
    public static final Exposure NONE = new Exposure(null, null, null, null, null);

    /// This, and where it says nothing, another.
    Exposure orElse(Exposure other) {
        return new Exposure(seconds == null ? other.seconds : seconds, fNumber == null ? other.fNumber : fNumber,
                focalLength == null ? other.focalLength : focalLength,
                focalLength35 == null ? other.focalLength35 : focalLength35, iso == null ? other.iso : iso);
    }
}
