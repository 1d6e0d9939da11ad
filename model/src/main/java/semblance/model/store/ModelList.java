package semblance.model.store;

import java.util.List;

/// What is in the store.
///
/// @param models   the starter first
/// @param problems with what lies there and cannot be read, each in a sentence
public record ModelList(List<StoredModel> models, List<String> problems) {
    public ModelList {
        models = List.copyOf(models);
        problems = List.copyOf(problems);
    }
}
