package semblance.model.card;

import org.jspecify.annotations.Nullable;

/// The names a text graph has for what goes in.
///
/// @param ids  the tokens, `[n, length]`
/// @param mask 1 for each token that counts; given only if the graph asks for it
/// @param types zeros, for towers that were pre-trained on pairs of sentences; given only if the graph asks for them
public record TextInputs(String ids, @Nullable String mask, @Nullable String types) {
    public TextInputs {
        Requirement.present(ids, "ids");
    }
}
