package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Tells the drives apart on which directories lie. Thread-safe.
public interface Drives {
    /// The drive of a directory, to be compared with that of its parent at the same moment: where they differ, another
    /// drive begins.
    ///
    /// @param attributes of the directory, so that nothing has to be asked for
    String device(Path directory, BasicFileAttributes attributes);

    /// The identity of a directory, to be remembered: the same directory of the same drive has the same one when it is
    /// plugged in again, another directory under the same path has another.
    ///
    /// @return empty where the file system has nothing of the kind
    /// @throws IOException if the directory cannot be looked at
    String identity(Path directory) throws IOException;
}
