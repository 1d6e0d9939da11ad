package semblance.model.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Files in a folder. Thread-safe.
///
/// @param directory that paths are relative to
public record DirectoryFiles(Path directory) implements ModelFiles {
    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path file = directory.resolve(path);
        return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    @Override
    public Optional<Path> onDisk(String path) {
        return Optional.of(directory.resolve(path)).filter(Files::isRegularFile);
    }

    @Override
    public String remedy() {
        return "Import or download the model again.";
    }
}
