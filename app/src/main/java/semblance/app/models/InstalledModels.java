package semblance.app.models;

import java.util.Optional;
import java.util.function.Predicate;

import semblance.indexer.space.LibraryModels;
import semblance.model.DualEncoder;
import semblance.model.card.ModelCard;
import semblance.model.encoder.CardModel;
import semblance.model.provider.ProviderChoice;
import semblance.model.store.ModelStore;
import semblance.model.store.StoredModel;

/// What is installed on this machine, for libraries to choose from. The usual one is the model in the program.
public final class InstalledModels implements LibraryModels {
    private final ModelStore store;
    private final CardModel bundled;
    private final int threads;
    private final ProviderChoice providers;

    /// Looks at the store when it is asked, so that what is imported later counts.
    ///
    /// @param threads   that a tower may use
    /// @param providers that image towers run on
    public InstalledModels(ModelStore store, CardModel bundled, int threads, ProviderChoice providers) {
        this.store = store;
        this.bundled = bundled;
        this.threads = threads;
        this.providers = providers;
    }

    @Override
    public DualEncoder usual() {
        return bundled;
    }

    @Override
    public Optional<DualEncoder> byId(String id) {
        return find(model -> model.card().id().equals(id)).map(DualEncoder.class::cast);
    }

    @Override
    public Optional<DualEncoder> bySpace(String space) {
        return ofSpace(space).map(DualEncoder.class::cast);
    }

    /// A model that maps into a space, by the space's id, with all that is known of it.
    public Optional<CardModel> ofSpace(String space) {
        return bundled.space().id().equals(space)
                ? Optional.of(bundled)
                : find(model -> model.card().image() != null && model.card().space().id().equals(space));
    }

    private Optional<CardModel> find(Predicate<StoredModel> wanted) {
        return store.list().models().stream().filter(StoredModel::isHere).filter(wanted)
                .findFirst().map(StoredModel::card).map(this::open);
    }

    private CardModel open(ModelCard card) {
        return store.open(card.id(), threads).on(providers);
    }
}
