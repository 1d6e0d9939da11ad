package semblance.app.window.search;

import java.nio.file.Path;

/// What the grid is to show.
public sealed interface Query {
    /// The whole library.
    record Everything() implements Query {
    }

    /// Photos that show what a text describes.
    ///
    /// @param description not blank
    record Text(String description) implements Query {
    }

    /// Photos like a picture.
    ///
    /// @param picture in the library or elsewhere
    record LikePicture(Path picture) implements Query {
    }
}
