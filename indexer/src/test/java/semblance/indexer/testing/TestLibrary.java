package semblance.indexer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import semblance.indexer.HealthCheck;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.StageObserver;

/// A library and a folder of photos in a temporary directory.
public final class TestLibrary {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    public final LibraryLocation location;
    public final Path photos;
    public final CountingEncoder encoder;
    public final PluggedDrives drives = new PluggedDrives();

    public TestLibrary(Path temporary) {
        this(temporary, new CountingEncoder());
    }

    /// A library whose encoder a test brings.
    public TestLibrary(Path temporary, CountingEncoder encoder) {
        try {
            Path root = temporary.toRealPath();
            this.location = new LibraryLocation(root.resolve("data"), root.resolve("cache"));
            this.photos = Files.createDirectories(root.resolve("photos"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.encoder = encoder;
        WarmLabels.into(location.cache(), encoder);
    }

    /// Writes a file that looks as if it had lain there for a while.
    public Path write(String relative, byte[] content) throws IOException {
        Path file = photos.resolve(relative);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        settle(file);
        return file;
    }

    /// Lets a file look as if it was written some time ago: each call a little later than the one before.
    public static void settle(Path file) throws IOException {
        Instant past = Instant.now().minusSeconds(3600).plusNanos(System.nanoTime() % 1_000_000_000L);
        Files.setLastModifiedTime(file, FileTime.from(past));
    }

    public PhotoLibrary open() {
        return PhotoLibrary.open(location, encoder, StageObserver.NONE, Clock.systemUTC(), drives);
    }

    /// Indexes the folder of photos in a library opened for that.
    public IndexingReport index() {
        try (PhotoLibrary library = open()) {
            return index(library, photos);
        }
    }

    /// Lets all folders known already be walked again, whether they are there or not.
    public IndexingReport again() {
        try (PhotoLibrary library = open()) {
            return await(library, library.folders().all());
        }
    }

    /// Indexes folders and waits for the end.
    public static IndexingReport index(PhotoLibrary library, Path... folders) {
        List<Folder> roots = Stream.of(folders).map(library.folders()::add).toList();
        return await(library, roots);
    }

    /// Indexes folders known already, which may not be there any more.
    public static IndexingReport await(PhotoLibrary library, List<Folder> roots) {
        try {
            return library.indexing().start(roots).result().get(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the run does not end", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        }
    }

    /// The photos of the catalog: the id of each by path relative to the folder of photos.
    public Map<String, Long> ids() {
        Map<String, Long> ids = new TreeMap<>();
        try (Catalog catalog = Catalog.openForReading(location.catalog()); Stream<Path> files = Files.walk(photos)) {
            files.filter(Files::isRegularFile).forEach(file -> catalog
                    .read(session -> session.folders().holding(file)
                            .flatMap(folder -> session.files().photoAt(folder, file)))
                    .ifPresent(id -> ids.put(photos.relativize(file).toString(), id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    /// What is wrong with the library, seen by a process that only reads it.
    public List<HealthCheck> complaints() {
        try (PhotoLibrary library = PhotoLibrary.openReadOnly(location, encoder)) {
            return library.health(true).stream().filter(check -> !check.ok()).toList();
        }
    }
}
