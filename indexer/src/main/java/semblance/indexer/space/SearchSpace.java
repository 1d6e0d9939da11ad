package semblance.indexer.space;

import semblance.indexer.encode.EncoderHost;
import semblance.indexer.index.VectorView;
import semblance.model.DualEncoder;

/// An embedding space with what works in it: encoders and index belong together, for vectors of two spaces are never
/// compared.
public record SearchSpace(DualEncoder model, EncoderHost encoders, VectorView view) {
    /// Identifies the space.
    public String id() {
        return model.space().id();
    }
}
