package semblance.app.models;

import java.util.Optional;
import java.util.function.Predicate;

import semblance.indexer.space.LibraryModels;
import semblance.model.DualEncoder;
import semblance.model.card.ModelCard;
import semblance.model.store.ModelStore;
import semblance.model.store.StoredModel;

/// What is installed on this machine, for libraries to choose from. The usual one is the model in the program.
public final class InstalledModels implements LibraryModels {
    private final ModelStore store;
    private final DualEncoder bundled;
    private final int threads;

    /// Looks at the store when it is asked, so that what is imported later counts.
    ///
    /// @param threads that a tower may use
    public InstalledModels(ModelStore store, DualEncoder bundled, int threads) {
        this.store = store;
        this.bundled = bundled;
        this.threads = threads;
    }

    @Override
    public DualEncoder usual() {
        return bundled;
    }

    @Override
    public Optional<DualEncoder> byId(String id) {
        return find(model -> model.card().id().equals(id));
    }

    @Override
    public Optional<DualEncoder> bySpace(String space) {
        return bundled.space().id().equals(space)
                ? Optional.of(bundled)
                : find(model -> model.card().image() != null && model.card().space().id().equals(space));
    }

    private Optional<DualEncoder> find(Predicate<StoredModel> wanted) {
        return store.list().models().stream().filter(model -> model.isHere()).filter(wanted)
                .findFirst().map(StoredModel::card).map(this::open);
    }

    private DualEncoder open(ModelCard card) {
        return store.open(card.id(), threads);
    }
}
