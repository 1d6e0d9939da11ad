package semblance.indexer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.catalog.LibraryInUseException;

/// Held by the one process that writes a library. The operating system gives it back when the process ends, however it
/// ends.
final class LibraryLock implements AutoCloseable {
    private final FileChannel channel;

    private LibraryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock.
    ///
    /// @throws LibraryInUseException if another process holds it
    /// @throws CatalogException      if its file cannot be written
    static LibraryLock take(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new LibraryInUseException("Another Semblance is writing this library (" + file.getParent()
                        + "). Wait until it is done, or close it. Searching works beside it.");
            }
            return new LibraryLock(channel);
        } catch (IOException e) {
            throw new CatalogException(
                    "The data directory " + file.getParent() + " cannot be written (" + reason(e)
                            + "). Check its permissions, or name another one with --data.",
                    e);
        }
    }

    /// The message of a file system's exception begins with the path, or is nothing but that.
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case FileAlreadyExistsException exists -> exists.getFile() + " is a file";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another library object of this very process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
