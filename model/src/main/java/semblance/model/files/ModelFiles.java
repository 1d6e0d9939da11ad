package semblance.model.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Where the files of one model come from. Thread-safe.
public interface ModelFiles {
    /// Opens a file; the caller closes it.
    ///
    /// @param path as in the model's card
    /// @return empty if there is no such file
    Optional<InputStream> open(String path) throws IOException;

    /// Where a file lies on disk.
    ///
    /// @param path as in the model's card
    /// @return empty if it does not lie there as such
    Optional<Path> onDisk(String path);

    /// What a user can do if one is missing or damaged, as a sentence.
    String remedy();
}
