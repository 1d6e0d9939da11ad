package semblance.app.window.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The files that a drop stands for: those dropped themselves, and below folders those named like pictures.
final class PictureFiles {
    /// A folder may be a whole disk.
    static final int MOST = 10_000;

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png", "webp", "gif", "bmp", "tif", "tiff",
            "heic", "heif", "avif");

    /// For file choosers, some of which tell capital letters from small ones.
    static final List<String> PATTERNS = ENDINGS.stream().sorted()
            .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT))).toList();

    private PictureFiles() {
    }

    /// @return at most [#MOST], by name
    /// @throws IOException if a folder cannot be listed
    static List<Path> of(List<Path> dropped) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : dropped) {
            if (Files.isDirectory(path)) {
                found.addAll(below(path));
            } else {
                found.add(path);
            }
        }
        return found.size() <= MOST ? found : List.copyOf(found.subList(0, MOST));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(PictureFiles::isNamedLikePicture).limit(MOST).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isNamedLikePicture(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(path);
    }
}
