package semblance.app.window.search;

import java.nio.file.Path;

import semblance.indexer.query.PhotoQuery;

/// What the grid is to show.
public sealed interface Query {
    /// The whole library.
    record Everything() implements Query {
    }

    /// What the user has typed.
    ///
    /// @param query not empty
    record Typed(PhotoQuery query) implements Query {
    }

    /// Photos like a picture.
    ///
    /// @param picture in the library or elsewhere
    record LikePicture(Path picture) implements Query {
    }
}
