package semblance.app.window.picture;

import java.nio.file.Path;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.KnownVideo;

/// A small picture, ready to be drawn.
///
/// @param file  the picture it was made of, absolute
/// @param video what is known of the file if it is a video of the library, else null
public record ShownPicture(Path file, Image image, @Nullable KnownVideo video) {
    long bytes() {
        return 4L * (long) image.getWidth() * (long) image.getHeight();
    }
}
