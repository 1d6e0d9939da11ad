package semblance.model.zeroshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.Embedding;
import semblance.model.EncodingException;

/// Keeps label embeddings in a directory from one start of the program to the next: a file a vocabulary, little-endian
/// float32 behind the SHA-256 of all of it. The latest few are kept. What cannot be read or written is as if it was not
/// there: labels can always be embedded again.
///
/// Thread-safe, also between processes that share the directory.
public final class LabelCache {
    private static final Logger LOG = LoggerFactory.getLogger(LabelCache.class);
    private static final String SUFFIX = ".labels";
    private static final int KEPT_BESIDE = 15;

    private final Path directory;

    /// @param directory made on the first write; this cache's alone
    public LabelCache(Path directory) {
        this.directory = directory;
    }

    /// Finds embeddings that were stored.
    ///
    /// @param key       names what they were made from and with
    /// @param count     of the embeddings
    /// @param dimension of each
    /// @return empty unless the file is there, whole, and of this count and dimension
    public Optional<List<Embedding>> find(Signature key, int count, int dimension) {
        Path file = file(key);
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] values = Arrays.copyOfRange(bytes, Math.min(Signature.BYTES, bytes.length), bytes.length);
            if (values.length != (long) count * dimension * Float.BYTES
                    || !Arrays.equals(bytes, 0, Signature.BYTES, Signature.sha256(values), 0, Signature.BYTES)) {
                LOG.info("the stored label embeddings are damaged and will be made again");
                return Optional.empty();
            }
            List<Embedding> found = embeddings(values, dimension);
            touch(file);
            return Optional.of(found);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | EncodingException e) {
            LOG.info("the stored label embeddings cannot be used and will be made again", e);
            return Optional.empty();
        }
    }

    /// Stores embeddings of one dimension, at least one.
    public void store(Signature key, List<Embedding> embeddings) {
        ByteBuffer values = ByteBuffer.allocate(embeddings.size() * embeddings.getFirst().dimension() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        embeddings.forEach(embedding -> {
            for (float value : embedding.toArray()) {
                values.putFloat(value);
            }
        });
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, "new-", ".tmp");
            try {
                Files.write(temporary, ByteBuffer.allocate(Signature.BYTES + values.capacity())
                        .put(Signature.sha256(values.array())).put(values.array()).array());
                Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            prune(file(key));
        } catch (IOException e) {
            LOG.info("the label embeddings cannot be stored and will be made again next time", e);
        }
    }

    private static List<Embedding> embeddings(byte[] values, int dimension) {
        ByteBuffer buffer = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
        List<Embedding> embeddings = new ArrayList<>();
        while (buffer.hasRemaining()) {
            float[] vector = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                vector[i] = buffer.getFloat();
            }
            embeddings.add(Embedding.normalized(vector));
        }
        return embeddings;
    }

    /// The latest files are those used last. In a cache that may only be read, they keep their age.
    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("no new time for {}", file, e);
        }
    }

    private void prune(Path latest) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX) && !file.equals(latest))
                    .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed()).toList();
        }
        for (Path old : files.subList(Math.min(KEPT_BESIDE, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    private Path file(Signature key) {
        return directory.resolve(key.hex() + SUFFIX);
    }
}
