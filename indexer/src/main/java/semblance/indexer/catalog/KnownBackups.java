package semblance.indexer.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where backups of a catalog lie: those that migrations lay beside it, and those that the user made, whose paths stand in a
/// text file beside it. A damaged catalog could not tell.
final class KnownBackups {
    private static final Logger LOG = LoggerFactory.getLogger(KnownBackups.class);

    private final Path catalog;
    private final Path list;

    KnownBackups(Path catalog) {
        this.catalog = catalog.toAbsolutePath();
        this.list = this.catalog.resolveSibling("backups.txt");
    }

    /// Remembers a backup, as far as that can be written.
    void add(Path backup) {
        try {
            if (!listed().contains(backup)) {
                Files.writeString(list, backup + System.lineSeparator(), StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            LOG.debug("a backup is not remembered", e); // the data directory is read-only; the backup is made
        }
    }

    private List<Path> listed() throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                try {
                    paths.add(Path.of(line));
                } catch (InvalidPathException e) {
                    LOG.debug("no path: {}", line, e);
                }
            }
        }
        return paths;
    }

    /// The newest backup that is there still.
    Optional<Path> newest() {
        try (Stream<Path> beside = Files.list(catalog.getParent())) {
            List<Path> backups = new ArrayList<>(listed());
            beside.filter(file -> file.getFileName().toString().startsWith(catalog.getFileName() + ".schema-"))
                    .forEach(backups::add);
            return backups.stream().filter(Files::isRegularFile).max(Comparator.comparing(KnownBackups::time));
        } catch (IOException e) {
            LOG.debug("backups cannot be looked for", e);
            return Optional.empty();
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone at this moment
        }
    }
}
