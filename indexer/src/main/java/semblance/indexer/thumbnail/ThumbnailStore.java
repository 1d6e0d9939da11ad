package semblance.indexer.thumbnail;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

import semblance.model.RgbImage;

/// Thumbnails as JPEG files, named by the fingerprint of the content they show, so that copies and moved photos share
/// one: `ab/cd/abcd….jpg`. A file is there whole or not at all, and never changes once it is there.
///
/// Thread-safe, also between processes that share the directory.
public final class ThumbnailStore {
    /// Of a thumbnail, in pixels; a smaller picture keeps its size.
    public static final int LONGEST_EDGE = ThumbnailEncoder.LONGEST_EDGE;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8,128}");

    private final Path directory;
    private final ThumbnailEncoder encoder = new ThumbnailEncoder();

    /// @param cacheDirectory made on the first write; this store's alone
    public ThumbnailStore(Path cacheDirectory) {
        this.directory = cacheDirectory;
    }

    /// Writes the thumbnail of a picture, its longest edge 512 pixels or the picture's own if that is shorter. A
    /// thumbnail that exists is kept.
    ///
    /// @param fingerprintHex of the photo's content, 8 to 128 lower-case hexadecimal digits
    /// @throws IOException if the file cannot be written; then none is left behind
    public void write(String fingerprintHex, RgbImage image) throws IOException {
        Path target = path(fingerprintHex);
        if (Files.exists(target)) {
            return;
        }
        keep(target, encoder.encode(image));
    }

    /// Keeps a thumbnail that is encoded already.
    ///
    /// @throws IOException if the file cannot be written; then none is left behind
    void keep(String fingerprintHex, byte[] jpeg) throws IOException {
        keep(path(fingerprintHex), jpeg);
    }

    private static void keep(Path target, byte[] jpeg) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), "new-", ".tmp");
        try {
            Files.write(temporary, jpeg);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            // Another thread was faster (where a move does not replace): its file shows the same.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// The file of a thumbnail, if it has been written.
    public Optional<Path> find(String fingerprintHex) {
        return Optional.of(path(fingerprintHex)).filter(Files::isRegularFile);
    }

    /// Deletes a thumbnail, if there is one.
    public void delete(String fingerprintHex) throws IOException {
        Files.deleteIfExists(path(fingerprintHex));
    }

    private Path path(String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("not a fingerprint in lower-case hexadecimal: " + fingerprint);
        }
        return directory.resolve(fingerprint.substring(0, 2)).resolve(fingerprint.substring(2, 4))
                .resolve(fingerprint + ".jpg");
    }
}
