package semblance.indexer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import semblance.indexer.tag.SuggesterSource;
import semblance.indexer.tag.Vocabulary;
import semblance.model.DualEncoder;
import semblance.model.TextEncoder;
import semblance.model.zeroshot.LabelCache;

/// Lays embedded labels into a new library's cache. They take seconds to make, and most tests are about something else.
public final class WarmLabels {
    private static final Path MADE = Path.of("target", "test-labels");

    private WarmLabels() {
    }

    /// Makes them where no test has before.
    public static void into(Path cache, DualEncoder encoder) {
        try (TextEncoder texts = new LazyTextEncoder(encoder)) {
            new SuggesterSource(encoder, Vocabulary.everyday(), texts::encode, new LabelCache(MADE)).get();
        }
        Path labels = cache.resolve("labels");
        try {
            Files.createDirectories(labels);
            for (Path file : FilesBelow.of(MADE)) {
                if (file.toString().endsWith(".labels")) {
                    Files.copy(file, labels.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
