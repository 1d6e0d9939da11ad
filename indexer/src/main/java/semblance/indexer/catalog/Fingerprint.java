package semblance.indexer.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What tells contents apart: SHA-256 of all bytes, and their number.
///
/// @param hex  64 lower-case hexadecimal digits
/// @param size of the content in bytes
public record Fingerprint(String hex, long size) {
    private static final int BUFFER = 1 << 18;

    public static Fingerprint of(byte[] content) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(content)), content.length);
    }

    /// Reads a file to its end.
    ///
    /// @param giveUp asked now and then
    /// @return empty if it was given up
    public static Optional<Fingerprint> of(InputStream content, BooleanSupplier giveUp) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (giveUp.getAsBoolean()) {
                return Optional.empty();
            }
            digest.update(buffer, 0, read);
            size += read;
        }
        return Optional.of(new Fingerprint(HexFormat.of().formatHex(digest.digest()), size));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
