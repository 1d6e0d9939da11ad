package semblance.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of photos that the user named.
final class PhotoFolder {
    private PhotoFolder() {
    }

    /// Looks whether it can be used, before anything is made or changed for it.
    ///
    /// @throws CommandFailure if not
    static void check(Path folder) {
        if (Files.notExists(folder)) {
            throw new CommandFailure("There is no folder " + folder + ". Check the name, or plug in its drive.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailure(folder + " is a file, not a folder. Name the folder that holds it.");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new CommandFailure("The folder " + folder + " cannot be listed. Check its permissions.");
        }
    }
}
