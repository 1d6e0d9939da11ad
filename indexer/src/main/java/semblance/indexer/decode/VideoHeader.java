package semblance.indexer.decode;

import java.time.Duration;
import java.util.Optional;

/// What a video says about itself, before a frame is decoded.
///
/// @param width    upright, as shown, in pixels
/// @param height   upright, as shown, in pixels
/// @param duration of the pictures; empty if the file does not tell even when it is read to its end
/// @param samples  places in it that are looked at
public record VideoHeader(int width, int height, Optional<Duration> duration, int samples) {
    public VideoHeader {
        if (width < 1 || height < 1 || samples < 1) {
            throw new IllegalArgumentException("not a video: " + width + "x" + height);
        }
    }
}
