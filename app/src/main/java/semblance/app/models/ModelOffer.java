package semblance.app.models;

/// A model that would serve the user better than the one in use.
///
/// @param reason why, as a sentence
public record ModelOffer(ModelInfo model, String reason) {
}
