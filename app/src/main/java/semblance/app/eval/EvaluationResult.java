package semblance.app.eval;

/// Retrieval on captioned photos, both ways.
///
/// @param photos      searched among
/// @param captions    used as queries
/// @param textToImage how often a caption finds its photo
/// @param imageToText how often a photo finds one of its captions
/// @param missing     captions whose photo is not there or could not be indexed; they count in neither
public record EvaluationResult(long photos, long captions, Recall textToImage, Recall imageToText, long missing) {
}
