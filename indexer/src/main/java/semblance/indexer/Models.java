package semblance.indexer;

import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.pipeline.RunStarter;
import semblance.indexer.space.Spaces;
import semblance.model.EmbeddingSpace;

/// Which model a library is searched with. Thread-safe.
public final class Models {
    private final Catalog catalog;
    private final Spaces spaces;
    private final RunStarter runs;

    Models(Catalog catalog, Spaces spaces, RunStarter runs) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.runs = runs;
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
        return spaces.incoming().map(space -> new Change(space.model().space(), spaces.lacking(space)));
    }

    /// Id of the model that answers searches; empty while that is the usual one. It is under this id that it was chosen.
    public Optional<String> answering() {
        return catalog.read(session -> session.models().modelInUse());
    }

    /// Id of the model that the user has chosen last; empty while that is the usual one.
    public Optional<String> chosen() {
        return catalog.read(session -> session.models().chosen());
    }

    /// How many photos have an embedding in a space. They keep it whatever becomes of the model, so that the way back costs
    /// nothing.
    public long encoded(String space) {
        return catalog.read(session -> session.models().countWith(space));
    }

    /// Chooses another installed model, for a library that is open for writing. Runs under way are asked to stop and waited
    /// for: what they had still to do, and a change that now begins, is for the next run.
    ///
    /// @return whether searches use it from now on; if not, they do so once every photo is encoded for it
    /// @throws semblance.model.ModelLoadException if it is not installed; nothing is changed then
    public boolean use(String id) {
        return runs.between(writer -> spaces.choose(id, writer));
    }
}
