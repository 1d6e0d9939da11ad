package semblance.app.window.picture;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.image.Image;

/// A small picture, ready to be drawn.
///
/// @param file   the picture it was made of, absolute
/// @param beside further files of the same photo, absolute
public record ShownPicture(Path file, List<Path> beside, Image image) {
    long bytes() {
        return 4L * (long) image.getWidth() * (long) image.getHeight();
    }
}
