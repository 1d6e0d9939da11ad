package semblance.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A directory that is there or can be made.
final class DirectoryPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        Path path = new NamedPath().convert(text);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new TypeConversionException(path + " is a file, not a directory");
        }
        return path;
    }
}
