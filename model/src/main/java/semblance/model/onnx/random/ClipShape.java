package semblance.model.onnx.random;

/// How large the towers of a CLIP with a vision transformer are (Radford et al. 2021).
///
/// @param size       edge of the crops in pixels, a multiple of `patch`
/// @param patch      edge of a patch in pixels
/// @param vocabulary tokens there are, the last of which ends a text
/// @param context    tokens of a text at most
/// @param dimension  of the embeddings
public record ClipShape(int size, int patch, Blocks vision, int vocabulary, int context, Blocks text, int dimension) {
    /// The most widely used one, of 151 million parameters.
    public static final ClipShape VIT_B_32 = new ClipShape(224, 32, new Blocks(768, 12, 12), 49_408, 77,
            new Blocks(512, 12, 8), 512);

    /// A transformer.
    ///
    /// @param width  of a token's state, a multiple of `heads`
    /// @param layers blocks of attention and a perceptron four times as wide
    public record Blocks(int width, int layers, int heads) {
        public Blocks {
            if (width < 1 || layers < 1 || heads < 1 || width % heads != 0) {
                throw new IllegalArgumentException(width + " wide with " + heads + " heads, " + layers + " layers");
            }
        }
    }

    public ClipShape {
        if (patch < 1 || size < patch || size % patch != 0 || vocabulary < 3 || context < 2 || dimension < 1) {
            throw new IllegalArgumentException(
                    size + " pixels in patches of " + patch + ", " + vocabulary + " tokens, context " + context);
        }
    }

    int patches() {
        return (size / patch) * (size / patch);
    }
}
