package semblance.indexer.space;

import java.util.Optional;

import semblance.model.DualEncoder;

/// The models that are installed. Thread-safe.
public interface LibraryModels {
    /// The model of a library for which none was chosen.
    DualEncoder usual();

    /// A model by the id under which it is chosen.
    Optional<DualEncoder> byId(String id);

    /// A model that maps into a space, by the space's id.
    Optional<DualEncoder> bySpace(String space);

    /// One model for everything.
    static LibraryModels only(DualEncoder model) {
        return new LibraryModels() {
            @Override
            public DualEncoder usual() {
                return model;
            }

            @Override
            public Optional<DualEncoder> byId(String id) {
                return Optional.empty();
            }

            @Override
            public Optional<DualEncoder> bySpace(String space) {
                return Optional.of(model).filter(only -> only.space().id().equals(space));
            }
        };
    }
}
