package semblance.app.window.tag;

/// A tag that a picture may deserve.
///
/// @param certainty from 0 to 1
public record SuggestedTag(String name, double certainty) {
}
