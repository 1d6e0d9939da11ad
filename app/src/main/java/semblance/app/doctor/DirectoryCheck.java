package semblance.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import semblance.indexer.HealthCheck;

/// Looks at a directory that the program writes to, whether it is there already or not.
final class DirectoryCheck {
    private static final long ENOUGH_BYTES = 1L << 30;

    private DirectoryCheck() {
    }

    /// Examines.
    ///
    /// @param name of the check and of the option that names another directory
    static HealthCheck of(String name, Path directory) {
        Path existing = directory;
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            return wrong(name, existing + " is a file, not a directory", "Move it away");
        }
        if (!Files.isWritable(existing)) {
            return wrong(name, directory + " cannot be written", "Check its permissions");
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String detail = directory + ", " + (free >> 20) + " MiB free";
            return free < ENOUGH_BYTES
                    ? new HealthCheck(name, false, detail + ": too little. Free some space.")
                    : new HealthCheck(name, true, detail);
        } catch (IOException e) {
            return new HealthCheck(name, false, Diagnosis.of(e).sentence());
        }
    }

    private static HealthCheck wrong(String name, String cause, String remedy) {
        // The log lies beside the data and has no option of its own.
        String option = "log".equals(name) ? "data" : name;
        return new HealthCheck(name, false,
                cause + ". " + remedy + ", or name another directory with --" + option + ".");
    }
}
