package semblance.app.models;

import java.util.List;

/// All models that the program knows.
///
/// @param models   the one in the program first
/// @param problems with what lies in the folder of models and cannot be read, each in a sentence
public record ModelListing(List<ModelInfo> models, List<String> problems) {
    public ModelListing {
        models = List.copyOf(models);
        problems = List.copyOf(problems);
    }
}
