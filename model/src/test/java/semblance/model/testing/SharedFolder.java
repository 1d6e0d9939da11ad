package semblance.model.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder `shared` beside the checkout: photos and reference files whose licences keep them out of the repository.
///
/// @param path of an existing directory
public record SharedFolder(Path path) {

    /// Looks for it from the working directory upwards: beside the directory that holds `.git`.
    public static Optional<SharedFolder> find() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git"))).findFirst()
                .map(checkout -> checkout.resolveSibling("shared")).filter(Files::isDirectory).map(SharedFolder::new);
    }

    /// The folder, for tests annotated with [PhotosTest], which do not run without it.
    public static SharedFolder require() {
        return find().orElseThrow(() -> new IllegalStateException(PhotosCondition.ABSENT));
    }

    /// Finds a file or folder in it.
    ///
    /// @param relative a path with slashes, for example `golden/preprocess/tiny.png`
    public Path resolve(String relative) {
        return path.resolve(relative);
    }
}
