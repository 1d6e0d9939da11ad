package semblance.model.card;

import org.jspecify.annotations.Nullable;

/// The end of a sentence tower: from the mean over its tokens to the space of an image tower.
///
/// @param file            one of the card's files
/// @param hiddenDimension of the mean
/// @param normalizeBefore whether the mean is scaled to length 1 first
/// @param input           of an [Format#ONNX] head, the graph's name
/// @param output          of an [Format#ONNX] head, the graph's name
public record DenseHead(String file, Format format, int hiddenDimension, boolean normalizeBefore,
        @Nullable String input, @Nullable String output) {
    /// What the file is.
    public enum Format {
        /// A graph from `[1, hiddenDimension]` to `[1, dimension]`.
        ONNX,
        /// Weights `linear.weight` `[dimension, hiddenDimension]` and perhaps `linear.bias` `[dimension]`, as the Dense
        /// module of sentence-transformers keeps them; its activation has to be the identity.
        SAFETENSORS
    }

    public DenseHead {
        Requirement.present(file, "file");
        Requirement.present(format, "format");
        Requirement.that(hiddenDimension >= 1, "hidden_dimension " + hiddenDimension);
        if (format == Format.ONNX) {
            Requirement.present(input, "input");
            Requirement.present(output, "output");
        }
    }
}
