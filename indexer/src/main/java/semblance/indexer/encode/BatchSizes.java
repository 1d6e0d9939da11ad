package semblance.indexer.encode;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.DualEncoder;

/// The batch sizes measured on this machine, in a file: one for each embedding space and execution provider, and anew where
/// the machine has another kind of processor or another number of cores. What cannot be read or written is measured again.
/// Thread-safe.
public final class BatchSizes {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSizes.class);
    /// On a processor more than eight at once gain nothing and take memory.
    private static final List<Integer> ON_CPU = List.of(2, 4, 8);
    private static final List<Integer> ELSEWHERE = List.of(4, 8, 16, 32);

    private final Path file;

    /// @param file in the cache; need not exist
    public BatchSizes(Path file) {
        this.file = file;
    }

    /// The size of a model's batches.
    public BatchSize of(DualEncoder model) {
        String provider = model.provider();
        List<Integer> candidates = provider.equals(DualEncoder.CPU) ? ON_CPU : ELSEWHERE;
        String key = model.space().id() + "/" + provider + "/" + System.getProperty("os.arch") + "/"
                + Runtime.getRuntime().availableProcessors();
        return new BatchSize(candidates, known(key, candidates), size -> remember(key, size));
    }

    private synchronized OptionalInt known(String key, List<Integer> candidates) {
        String value = read().getProperty(key, "");
        return candidates.stream().filter(size -> value.equals(size.toString())).mapToInt(size -> size).findFirst();
    }

    private synchronized void remember(String key, int size) {
        Properties sizes = read();
        sizes.setProperty(key, Integer.toString(size));
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(folder, "batches-", ".tmp");
            try {
                try (Writer writer = Files.newBufferedWriter(temporary)) {
                    sizes.store(writer, "Pictures encoded at once, as measured on this machine");
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            LOG.debug("the size of batches cannot be kept", e);
        }
    }

    private Properties read() {
        Properties sizes = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            sizes.load(reader);
        } catch (NoSuchFileException e) {
            LOG.debug("no size of batches is known yet", e);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("the sizes of batches cannot be read", e);
            sizes.clear();
        }
        return sizes;
    }
}
