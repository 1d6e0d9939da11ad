package semblance.model.store;

import semblance.model.card.ModelCard;

/// A model that the program knows.
///
/// @param state      whether it can be used
/// @param downloaded bytes of it that are here while [State#DOWNLOADING], else 0
public record StoredModel(ModelCard card, State state, long downloaded) {
    StoredModel(ModelCard card, State state) {
        this(card, state, 0);
    }

    /// Whether its files are on this machine.
    public boolean isHere() {
        return state == State.BUNDLED || state == State.INSTALLED;
    }

    /// Where its files are.
    public enum State {
        /// In the program.
        BUNDLED,
        /// On this machine.
        INSTALLED,
        /// In part on this machine: a download is under way or has been broken off.
        DOWNLOADING,
        /// Only where it was published.
        KNOWN
    }
}
