package semblance.model.store.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk that files come to. Thread-safe.
public interface Disk {
    /// The machine's own.
    Disk REAL = new Disk() {
        @Override
        public long free(Path directory) throws IOException {
            return Files.getFileStore(directory).getUsableSpace();
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    };

    /// Bytes that can be written to the disk of a directory.
    long free(Path directory) throws IOException;

    /// Writes all bytes where the file stands.
    void write(FileChannel file, ByteBuffer bytes) throws IOException;
}
