package semblance.app.window.picture;

import java.nio.file.Path;

import javafx.scene.image.Image;

/// A small picture, ready to be drawn.
///
/// @param file the picture it was made of, absolute
public record ShownPicture(Path file, Image image) {
    long bytes() {
        return 4L * (long) image.getWidth() * (long) image.getHeight();
    }
}
