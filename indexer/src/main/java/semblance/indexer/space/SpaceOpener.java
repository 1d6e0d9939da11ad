package semblance.indexer.space;

import semblance.indexer.index.VectorView;
import semblance.model.DualEncoder;

/// Opens what a space needs to work. Its towers are loaded when they are first used.
public interface SpaceOpener {
    /// Opens the encoders and the index of a model.
    default SearchSpace open(DualEncoder model) {
        return open(model, index(model));
    }

    /// Opens the encoders of a model over an index of its space.
    SearchSpace open(DualEncoder model, VectorView index);

    /// Opens the index of a model's space.
    VectorView index(DualEncoder model);
}
