package semblance.indexer.catalog;

import java.time.Duration;
import java.util.Optional;

/// A photo that is a video.
///
/// @param duration of its pictures; empty if it is not known
public record KnownVideo(Optional<Duration> duration) {
}
