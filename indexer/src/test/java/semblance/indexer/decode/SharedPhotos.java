package semblance.indexer.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/// The folder of real photos beside the checkout.
final class SharedPhotos {
    private SharedPhotos() {
    }

    /// Skips the test, with the reason printed, where the folder is absent.
    @SuppressWarnings("SystemOut") // the test runner's console shows how many tests were skipped, not why
    static Path folder(String name) {
        Path checkout = Path.of("").toAbsolutePath();
        while (checkout != null && !Files.exists(checkout.resolve(".git"))) {
            checkout = checkout.getParent();
        }
        Path folder = checkout == null ? Path.of("shared") : checkout.resolveSibling("shared").resolve(name);
        if (!Files.isDirectory(folder)) {
            String reason = "the folder 'shared/" + name + "' is not beside the checkout";
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        return folder;
    }

    /// All files of the folder and those below, in order.
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
