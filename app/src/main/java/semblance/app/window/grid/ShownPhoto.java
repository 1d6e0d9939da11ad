package semblance.app.window.grid;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A photo as the grid knows it.
///
/// @param path   absolute; null as long as nobody has asked for it
/// @param score  the cosine if it was searched for, else null
/// @param reason why it was found, for the user; empty if it is what the photo shows
public record ShownPhoto(long id, @Nullable Path path, @Nullable Double score, String reason) {
    /// One that nothing but what it shows is a reason for.
    public ShownPhoto(long id, @Nullable Path path, @Nullable Double score) {
        this(id, path, score, "");
    }
}
