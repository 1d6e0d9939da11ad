package semblance.model.importing;

import java.nio.file.Path;
import java.util.List;

import semblance.model.card.ModelCard;

/// A model in a folder that has passed all checks.
///
/// @param directory that the card's paths are relative to
/// @param warnings  what the user should know about it, each in a sentence or two
public record ImportedModel(ModelCard card, Path directory, List<String> warnings) {
    public ImportedModel {
        warnings = List.copyOf(warnings);
    }
}
