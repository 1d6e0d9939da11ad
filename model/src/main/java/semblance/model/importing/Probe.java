package semblance.model.importing;

import java.util.List;
import java.util.Random;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.TextEncoder;

/// Tries both towers of a model: that they run, that what they put out is finite, and that it depends on what they are
/// given.
record Probe(Folder folder, DualEncoder model) {
    private static final double ALIKE = 1 - 1e-7;

    /// Tries them.
    ///
    /// @throws semblance.model.ModelLoadException if one fails
    void run() {
        try (ImageEncoder images = model.openImageEncoder(); TextEncoder texts = model.openTextEncoder()) {
            requireDifferent("image", images.encode(List.of(crop(1), crop(2))));
            requireDifferent("text",
                    List.of(texts.encode("a dog on the beach"), texts.encode("two red houses at night")));
        } catch (EncodingException e) {
            throw folder.refused("a picture or a text tried with it could not be encoded (" + e.getMessage()
                    + "). Export or download it again.");
        }
    }

    private ImageCrop crop(int seed) {
        int size = model.preprocessing().size();
        byte[] pixels = new byte[3 * size * size];
        new Random(seed).nextBytes(pixels);
        return new ImageCrop(size, pixels);
    }

    private void requireDifferent(String tower, List<Embedding> embeddings) {
        if (embeddings.getFirst().cosine(embeddings.getLast()) > ALIKE) {
            throw folder.refused("its " + tower + " tower gives the same embedding whatever it is given."
                    + " Export or download it again.");
        }
    }
}
