package semblance.app.window.models;

import java.util.List;
import java.util.Optional;

import semblance.app.models.ModelOffer;

/// All that the models screen shows.
///
/// @param rows     the models
/// @param lacking  photos that are to be encoded before the coming model can be used; 0 if none is coming
/// @param offer    a model that would serve better than the one in use
/// @param problems with what lies in the folder of models and cannot be read, each in a sentence
public record ModelsState(List<ModelRow> rows, long lacking, Optional<ModelOffer> offer, List<String> problems) {
    static final ModelsState UNKNOWN = new ModelsState(List.of(), 0, Optional.empty(), List.of());

    public ModelsState {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    Optional<ModelRow> row(String id) {
        return rows.stream().filter(row -> row.info().id().equals(id)).findFirst();
    }

    /// With its rows looked at anew.
    ModelsState with(java.util.function.UnaryOperator<ModelRow> look) {
        return new ModelsState(rows.stream().map(look).toList(), lacking, offer, problems);
    }
}
