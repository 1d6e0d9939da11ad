package semblance.indexer.encode;

import semblance.model.Embedding;

/// What became of one crop of a batch.
public sealed interface EncodedImage {
    /// It has an embedding.
    record Succeeded(Embedding embedding) implements EncodedImage {
    }

    /// The encoder made none.
    record Failed(String message) implements EncodedImage {
    }
}
