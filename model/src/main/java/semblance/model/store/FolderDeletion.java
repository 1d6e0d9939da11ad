package semblance.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Deletes folders with what is in them.
final class FolderDeletion {
    private FolderDeletion() {
    }

    /// Deletes a folder, if it is there.
    ///
    /// @return bytes that its files had
    static long of(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        long bytes = 0;
        for (Path path : deepestFirst) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
            Files.delete(path);
        }
        return bytes;
    }
}
