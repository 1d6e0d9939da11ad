package semblance.indexer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import semblance.indexer.catalog.Fingerprint;

/// What a directory holds, to be compared before and after.
public final class FileHashes {
    private FileHashes() {
    }

    /// The hash of each file's content by its relative path.
    public static Map<String, String> of(Path directory) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(directory.relativize(file).toString(), Fingerprint.of(Files.readAllBytes(file)).hex());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }
}
