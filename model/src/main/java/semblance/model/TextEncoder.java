package semblance.model;

/// The text tower. Encodes one text at a time, unpadded where the tower allows it. Not thread-safe.
public interface TextEncoder extends AutoCloseable {
    /// The space it maps into, which is the space of an image tower.
    EmbeddingSpace space();

    /// Maps a sentence into the space.
    ///
    /// @throws EncodingException if the text cannot be encoded
    Embedding encode(String text);

    @Override
    void close();
}
