package semblance.app.instance;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the socket of a library's window lies: in a directory of its own that only the user may enter.
///
/// @param path of the socket
record SocketAddressFile(Path path) {
    /// Systems take at most 103 bytes (macOS) or 107 (Linux, Windows) as a socket's path.
    private static final int LONGEST = 100;
    private static final String NAME = "window";

    static SocketAddressFile of(Path dataDirectory) {
        Path wanted = dataDirectory.toAbsolutePath().resolve(NAME).resolve("socket");
        if (bytes(wanted) <= LONGEST) {
            return new SocketAddressFile(wanted);
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new SocketAddressFile(temporary.resolve("semblance-" + System.getProperty("user.name") + "-"
                + hash(dataDirectory.toAbsolutePath().toString())).resolve("socket"));
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }

    /// Makes the directory, and removes the socket that a program left which ended without a word.
    void prepare() throws IOException {
        Path directory = path.getParent();
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        Files.deleteIfExists(path);
    }
}
