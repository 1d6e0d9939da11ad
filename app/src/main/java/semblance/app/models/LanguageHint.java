package semblance.app.models;

import java.util.Optional;

/// A query is in a script that the model in use does not understand.
///
/// @param writing as people call it in a sentence, for example `Cyrillic letters` or `Japanese`
/// @param inUse   title of the model in use
/// @param offer   the model that would understand it; empty if the program knows none
public record LanguageHint(String writing, String inUse, Optional<ModelOffer> offer) {
}
