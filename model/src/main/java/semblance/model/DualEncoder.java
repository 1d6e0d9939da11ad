package semblance.model;

import java.util.List;

/// An image tower and a text tower that map into one space. Holds no session itself: each tower is loaded when it is
/// opened, by the thread that will own it. Thread-safe.
public interface DualEncoder {
    /// The provider that every machine has.
    String CPU = "cpu";

    EmbeddingSpace space();

    /// Identifies the text tower: two that differ map the same text to different points. Stable from start to start.
    default String textTower() {
        return space().id();
    }

    /// What executes the image tower: measurements hold for it alone. May take seconds at the first call, for trying out.
    default String provider() {
        return CPU;
    }

    /// The prompts around a label whose mean stands for it, each with one `{}` where the label goes; at least one.
    default List<String> labelTemplates() {
        return List.of("a photo of a {}");
    }

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

    /// How its cosines become probabilities and certainties.
    Scoring scoring();
}
