package semblance.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import semblance.model.ModelLoadException;

/// Held by the one who changes a model in the store. The operating system gives it back when the process ends, however it
/// ends.
///
/// @param busy the locks that this process holds: opening and closing the file of one would give it back on some systems
record ModelLock(Set<Path> busy, Path file, FileChannel channel) implements AutoCloseable {
    /// Takes the lock.
    ///
    /// @throws ModelLoadException if another one holds it, or it cannot be made
    static ModelLock take(Set<Path> busy, Path file, String model) {
        if (!busy.add(file)) {
            throw inUse(model);
        }
        FileChannel channel = null;
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) {
                return new ModelLock(busy, file, channel);
            }
        } catch (IOException e) {
            release(busy, file, channel);
            throw new ModelLoadException("The folder of the models, " + file.getParent() + ", cannot be written ("
                    + e.getMessage() + "). Check its permissions, or name another one with --data.", e);
        }
        release(busy, file, channel);
        throw inUse(model);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another store object of this very process
        }
    }

    private static ModelLoadException inUse(String model) {
        return new ModelLoadException(
                "The model " + model + " is being downloaded or removed already. Wait until that is"
                        + " done, or stop it where it was started.");
    }

    private static void release(Set<Path> busy, Path file, @Nullable FileChannel channel) {
        busy.remove(file);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new ModelLoadException("The lock " + file + " cannot be given back (" + e.getMessage() + ").", e);
            }
        }
    }

    @Override
    public void close() {
        release(busy, file, channel);
    }
}
