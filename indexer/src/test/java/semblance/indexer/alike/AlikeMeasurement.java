package semblance.indexer.alike;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.PhotoFollower;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.indexer.thumbnail.Thumbnails;

/// How long it takes to find the photos alike in a library where none has been compared yet, and then to list them. Run
/// with the profile `measurements` and `-Dsemblance.measurements.library=DIR`, the library that the measurements of the
/// window make; it is left as it is.
@Tag("measurements")
@Timeout(3600)
@SuppressWarnings("SystemOut") // the figures are the result
class AlikeMeasurement {
    private static final int ROUNDS = 5;
    private static final PhotoFollower.Told SILENT = new PhotoFollower.Told() {
        @Override
        public void found(long photos) {
            System.out.println(photos + " to be compared");
        }

        @Override
        public void done(long photos) {
            // many times
        }
    };

    @TempDir
    Path temporary = Path.of("");

    @Test
    void firstComparison() throws Exception {
        String library = System.getProperty("semblance.measurements.library");
        Assumptions.assumeTrue(library != null, "semblance.measurements.library names no library");
        Path copy = Files.copy(Path.of(library, "data", "catalog.db"), temporary.resolve("catalog.db"));
        Thumbnails thumbnails;
        try (SingleThread write = new SingleThread("semblance-write");
                Catalog catalog = Catalog.openForWriting(copy, write)) {
            thumbnails = new Thumbnails(catalog, new ThumbnailStore(Path.of(library, "cache", "thumbnails")),
                    new PhotoDecoder(DecodeLimits.DEFAULT));
            AlikePhotos alike = new AlikePhotos(catalog, thumbnails);
            System.out.println(measured("all compared for the first time", () -> alike.finish(() -> false, SILENT)));
            System.out.println(measured("nothing new", () -> alike.finish(() -> false, SILENT)));
            System.out.println(catalog.read(session -> session.alike().pictures().size()) + " pictures");
            for (int i = 0; i < ROUNDS; i++) {
                System.out.println(measured("duplicates", () -> System.out
                        .println(catalog.read(session -> session.alike().duplicates().size()) + " found")));
                System.out.println(measured("their places", () -> catalog.read(session -> session.alike()
                        .places(session.alike().duplicates(), Integer.MAX_VALUE).size())));
            }
        }
    }

    private static String measured(String what, Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        work.run();
        return String.format(Locale.ROOT, "%s: %.2f s, %.2f s of processor time", what,
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3, (system.getProcessCpuTime() - cpu) / 1e9);
    }
}
