package semblance.model.store;

import semblance.model.card.ModelCard;

/// A model that the program knows.
///
/// @param state whether it can be used
public record StoredModel(ModelCard card, State state) {
    /// Where its files are.
    public enum State {
        /// In the program.
        BUNDLED,
        /// On this machine.
        INSTALLED,
        /// Only where it was published.
        KNOWN
    }
}
