package semblance.model.starter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Where the files of the starter come from.
@FunctionalInterface
interface ModelFiles {
    /// Opens a file; the caller closes it.
    ///
    /// @param name of a file, without a folder
    /// @return empty if there is no such file
    Optional<InputStream> open(String name) throws IOException;
}
