package semblance.app.window.grid;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// A photo as the grid knows it.
///
/// @param path   absolute; null as long as nobody has asked for it
/// @param score  the cosine if it was searched for, else null
/// @param moment where in a video its best frame lies, if it was searched for, else null
/// @param reason why it was found, for the user; empty if it is what the photo shows
public record ShownPhoto(long id, @Nullable Path path, @Nullable Double score, @Nullable Duration moment,
        String reason) {
    /// A photo, or a whole video, for which nothing but what it shows is a reason.
    public ShownPhoto(long id, @Nullable Path path, @Nullable Double score) {
        this(id, path, score, null, "");
    }
}
