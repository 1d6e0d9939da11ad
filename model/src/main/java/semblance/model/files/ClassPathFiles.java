package semblance.model.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Files in the program's own jars and those of its libraries, by their path in the jar. Thread-safe.
public final class ClassPathFiles implements ModelFiles {
    @Override
    public Optional<InputStream> open(String path) {
        return Optional.ofNullable(ClassPathFiles.class.getResourceAsStream("/" + path));
    }

    @Override
    public Optional<Path> onDisk(String path) {
        return Optional.empty();
    }

    @Override
    public String remedy() {
        return "Reinstall Semblance.";
    }
}
