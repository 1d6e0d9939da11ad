package semblance.app.window.drop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.image.Image;

/// Pictures that came without a file, kept as files while the window is open.
public final class DroppedImages {
    private final Path directory;

    /// @param directory this object's alone
    public DroppedImages(Path directory) {
        this.directory = directory;
    }

    /// Makes a file of a picture.
    ///
    /// @throws IOException if it cannot be written
    public Path keep(Image image) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, "dropped-", ".bmp");
        BitmapFile.write(image, file);
        return file;
    }

    /// Deletes all of them.
    ///
    /// @throws IOException if one cannot be deleted
    public void clear() throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
