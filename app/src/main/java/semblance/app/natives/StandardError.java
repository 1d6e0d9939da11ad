package semblance.app.natives;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process's standard error, for the program's own messages. Native libraries print there as well: libjpeg complains
/// of every damaged photo, in the middle of a progress bar. [#divertNatives] sends what they print to a file.
/// Thread-safe.
public final class StandardError extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(StandardError.class);
    private static final int DESCRIPTOR = 2;
    private static final long MOST_BYTES = 1 << 20;

    /// Where messages go once the process's descriptor has been given to the natives.
    private record Kept(PosixFiles files, int descriptor) {
    }

    private final OutputStream direct = new FileOutputStream(FileDescriptor.err);
    private @Nullable Kept kept;

    /// Lets natives, and whoever else writes to the process's standard error past this object, write to a file from now
    /// on. It is appended to, and begun anew above a megabyte. Where that is not possible (Windows) everything stays as
    /// it is. Calls after the first do nothing.
    public synchronized void divertNatives(Path file) {
        if (kept != null || isWindows()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            }
            PosixFiles files = new PosixFiles();
            int copy = files.copy(DESCRIPTOR);
            files.exchange(DESCRIPTOR, files.openAtEnd(file));
            kept = new Kept(files, copy);
        } catch (IOException | UnsupportedOperationException | NoSuchElementException e) {
            LOG.debug("native libraries keep writing to standard error", e);
        }
    }

    /// Whether somebody reads it on a terminal, on which a line can be written anew. Java itself knows of standard input
    /// and output alone; on Windows nothing is known.
    public synchronized boolean isTerminal() {
        if (isWindows()) {
            return false;
        }
        try {
            return kept == null ? new PosixFiles().isTerminal(DESCRIPTOR) : kept.files().isTerminal(kept.descriptor());
        } catch (UnsupportedOperationException | NoSuchElementException e) {
            LOG.debug("standard error cannot be looked at", e);
            return false;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[]{(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (kept == null) {
            direct.write(bytes, offset, length);
        } else {
            kept.files().write(kept.descriptor(), bytes, offset, length);
        }
    }
}
