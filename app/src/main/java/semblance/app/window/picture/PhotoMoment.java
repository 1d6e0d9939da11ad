package semblance.app.window.picture;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// What a tile shows of a photo.
///
/// @param moment in a video; null for a photo, and for what stands for the whole video
public record PhotoMoment(long photoId, @Nullable Duration moment) {
}
