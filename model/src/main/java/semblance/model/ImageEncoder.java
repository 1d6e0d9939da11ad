package semblance.model;

import java.util.List;

/// The image tower. Batches are the primitive: one session run per call of [#encode].
///
/// Not thread-safe: one thread owns an encoder, for its buffers are reused from call to call. [#preprocessing] may be
/// used by any thread.
public interface ImageEncoder extends AutoCloseable {
    EmbeddingSpace space();

    /// What turns an upright picture into a crop that [#encode] takes.
    ImagePreprocessing preprocessing();

    /// Encodes crops in one run of the session.
    ///
    /// @param crops `[n, size, size, 3]`, made by [#preprocessing]; at least one
    /// @return n embeddings, in the order of the crops
    /// @throws EncodingException if the run fails or an embedding is not finite
    List<Embedding> encode(List<ImageCrop> crops);

    @Override
    void close();
}
