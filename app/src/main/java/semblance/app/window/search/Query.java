package semblance.app.window.search;

import java.nio.file.Path;
import java.util.List;

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

    /// Photos like a picture, or like several together.
    ///
    /// @param pictures in the library or elsewhere; at least one
    record LikePictures(List<Path> pictures) implements Query {
        public LikePictures {
            pictures = List.copyOf(pictures);
        }
    }

    /// The photos that were taken on the same occasion as one.
    record SameMoment(long photoId) implements Query {
    }
}
