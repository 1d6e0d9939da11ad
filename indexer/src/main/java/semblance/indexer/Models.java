package semblance.indexer;

import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.space.SearchSpace;
import semblance.indexer.space.Spaces;
import semblance.model.EmbeddingSpace;

/// Which model a library is searched with. Thread-safe.
public final class Models {
    private final Catalog catalog;
    private final Spaces spaces;

    Models(Catalog catalog, Spaces spaces) {
        this.catalog = catalog;
        this.spaces = spaces;
    }

    /// How far a library is on its way to another model.
    ///
    /// @param space   that is being filled
    /// @param lacking photos that have no embedding there yet
    public record Change(EmbeddingSpace space, long lacking) {
    }

    /// The space that searches use.
    public EmbeddingSpace inUse() {
        return spaces.current().model().space();
    }

    /// The change under way: runs of [Indexing] go on with it, searches use the old model until it is done.
    public Optional<Change> change() {
        return spaces.incoming().map(space -> new Change(space.model().space(), lacking(space)));
    }

    private long lacking(SearchSpace space) {
        return catalog.read(session -> session.embeddings().knownSpace(space.model().space())
                .map(session.models()::countWithout).orElseGet(() -> session.counts().indexed()));
    }
}
