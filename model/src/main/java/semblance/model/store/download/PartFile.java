package semblance.model.store.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import semblance.model.files.FileHash;

/// The beginning of a file on disk, with its hash and the server's mark of the version that it is of. Whatever kills the
/// program, the mark on disk is never that of other bytes. Not thread-safe.
final class PartFile implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final Path target;
    private final Path path;
    private final Path mark;
    private final Disk disk;
    private final FileChannel channel;
    private MessageDigest digest = FileHash.digest();
    private long length;

    private PartFile(Path target, Disk disk) throws IOException {
        this.target = target;
        this.path = path(target);
        this.mark = target.resolveSibling(target.getFileName() + ".part.version");
        this.disk = disk;
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /// Opens what is there of a file, and reads it.
    ///
    /// @param target where the file is to be when it is whole
    /// @throws DiskFailure if that cannot be, as all methods
    static PartFile open(Path target, Disk disk) {
        PartFile part = DiskFailure.told(() -> new PartFile(target, disk));
        try {
            DiskFailure.told(part::readAll);
            return part;
        } catch (DiskFailure e) {
            part.close();
            throw e;
        }
    }

    /// Where the beginning of a file is.
    static Path path(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private long readAll() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
            length += read;
            digest.update(buffer.flip());
            buffer.clear();
        }
        return length;
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    /// The server's mark of the version that the bytes are of.
    Optional<String> version() {
        return DiskFailure.told(() -> length > 0 && Files.isRegularFile(mark)
                ? Optional.of(Files.readString(mark)).filter(Answer::isVersion)
                : Optional.empty());
    }

    /// Drops all bytes; those that come next are of another version.
    ///
    /// @param version empty if the server does not say
    void restart(Optional<String> version) {
        digest = FileHash.digest();
        length = 0;
        DiskFailure.told(() -> {
            Files.deleteIfExists(mark);
            channel.truncate(0);
            return version.isPresent() ? Files.writeString(mark, version.get()) : mark;
        });
    }

    void append(ByteBuffer bytes) {
        int count = bytes.remaining();
        digest.update(bytes.duplicate());
        DiskFailure.told(() -> {
            disk.write(channel, bytes);
            return count;
        });
        length += count;
    }

    /// The SHA-256 of what is there.
    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the hash of every Java can be copied", e);
        }
    }

    /// Makes it the file itself, on disk for good.
    void complete() {
        DiskFailure.told(() -> {
            channel.force(true);
            channel.close();
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Files.deleteIfExists(mark);
        });
    }

    @Override
    public void close() {
        DiskFailure.told(() -> {
            channel.close();
            return path;
        });
    }
}
