package semblance.model;

/// An image tower and a text tower that map into one space. Holds no session itself: each tower is loaded when it is
/// opened, by the thread that will own it. Thread-safe.
public interface DualEncoder {
    EmbeddingSpace space();

    /// The preprocessing of the image tower, without loading the tower.
    ImagePreprocessing preprocessing();

    /// Loads the image tower.
    ///
    /// @throws ModelLoadException if a file is missing, damaged or refused by the runtime
    ImageEncoder openImageEncoder();

    /// Loads the text tower.
    ///
    /// @throws ModelLoadException if a file is missing, damaged or refused by the runtime
    TextEncoder openTextEncoder();

    /// The factor from cosines to logits: probabilities over labels are softmax(logitScale x cosine).
    double logitScale();
}
