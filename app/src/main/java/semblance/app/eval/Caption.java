package semblance.app.eval;

/// A sentence that describes one photo.
///
/// @param file name of the photo, relative to the folder of the images
public record Caption(String file, String text) {
}
