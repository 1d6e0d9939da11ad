package semblance.model.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import semblance.model.card.Cleaning;
import semblance.model.card.TowerKind;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;

/// What the files of a folder say about the model in it, apart from its graphs.
///
/// @param imageFile     relative to the folder, with slashes
/// @param textFile      relative to the folder, with slashes
/// @param tokenizer     relative to the folder, with slashes
/// @param imageOutputs  that an image tower of this kind may have, the best first
/// @param textOutputs   that a text tower of this kind may have, the best first
/// @param normalized    whether the graphs normalise
/// @param dimension     null if the folder does not say
/// @param cleaning      of texts
/// @param quickGelu     whether its weights were trained with QuickGELU
record Description(TowerKind kind, String imageFile, String textFile, String tokenizer, Framing framing,
        List<String> imageOutputs, List<String> textOutputs, boolean normalized, @Nullable Integer dimension,
        int contextLength, int padId, Cleaning cleaning, boolean quickGelu, List<String> languages) {

    /// How pictures are prepared.
    record Framing(int size, Fit fit, Interpolation interpolation, int fill, List<Double> mean, List<Double> std) {
    }
}
