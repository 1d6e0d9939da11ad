package semblance.app.details;

/// Something that is known of a photo.
///
/// @param kind names it in one word, for style sheets and tests
/// @param name for people
public record Fact(String kind, String name, String text) {
}
