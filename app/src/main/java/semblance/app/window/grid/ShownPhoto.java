package semblance.app.window.grid;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A photo as the grid knows it.
///
/// @param path  absolute; null as long as nobody has asked for it
/// @param score the cosine if it was searched for, else null
/// @param alike its place among photos like it, in words, if these were asked for
public record ShownPhoto(long id, @Nullable Path path, @Nullable Double score, @Nullable String alike) {
    /// One that is not shown for those like it.
    public ShownPhoto(long id, @Nullable Path path, @Nullable Double score) {
        this(id, path, score, null);
    }
}
