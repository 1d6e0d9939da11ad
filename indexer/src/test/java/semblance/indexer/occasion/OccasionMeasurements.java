package semblance.indexer.occasion;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.concurrent.SingleThread;

import static org.assertj.core.api.Assertions.assertThat;

/// What it costs to find the photos of an occasion in a library of 100,000: the figures of decision 0024. Run with the profile
/// `measurements`.
@Tag("measurements")
@SuppressWarnings("SystemOut") // the figures are the record
class OccasionMeasurements {
    private static final int PHOTOS = 100_000;
    private static final int ASKED = 200;

    @ParameterizedTest
    @CsvSource({"20 years in bursts of 50, 7300, 50", "six days without a pause, 6, 100000"})
    void processorTime(String what, int days, int burst, @TempDir Path temporary) {
        Path file = temporary.resolve("catalog.db");
        SingleThread thread = new SingleThread("measured-write");
        try (Catalog catalog = Catalog.openForWriting(file, thread, Clock.systemUTC())) {
            fill(file, Duration.ofDays(days).toMillis(), burst);
            long[] micros = new long[ASKED];
            int found = 0;
            for (int i = -20; i < ASKED; i++) {
                long photo = 1L + Math.floorMod(i * 7919L, PHOTOS);
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Occasion occasion = catalog
                        .read(session -> new Occasions(session, ZoneId.of("Europe/Vienna")).of(photo))
                        .orElseThrow();
                if (i >= 0) {
                    micros[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1000;
                    found += occasion instanceof Occasion.Known known ? known.photos().size() : 0;
                }
            }
            Arrays.sort(micros);
            System.out.printf(Locale.ROOT,
                    "%,d photos, %s: %d photos an occasion, p50 %.1f ms, p95 %.1f ms of the processor%n",
                    PHOTOS, what, found / ASKED, micros[ASKED / 2] / 1e3, micros[ASKED * 19 / 20] / 1e3);
            assertThat(found).isPositive();
        } finally {
            thread.close();
        }
    }

    /// Photos five seconds apart in a burst, and the bursts spread evenly over the time; every other one with a place and offset.
    private static void fill(Path file, long millis, int burst) {
        String numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + PHOTOS + ") ";
        long step = burst == PHOTOS ? millis / PHOTOS : 5000;
        RawCatalog.execute(file, "INSERT INTO folder (id, path, state, added_ms) VALUES (1, '/a', 'online', 0)",
                numbers + "INSERT INTO content (id, fingerprint, size, format, width, height)"
                        + " SELECT i, CAST(i AS BLOB), 1, 'jpeg', 4, 3 FROM n",
                numbers + "INSERT INTO photo (id, content_id, added_ms, vector_revision, taken_ms, taken_offset,"
                        + " taken_source, latitude, longitude) SELECT i, i, 0, 0, 1000000000000 + i / " + burst + " * "
                        + millis / (PHOTOS / burst) + " + i % " + burst + " * " + step
                        + ", IIF(i % 2, 60, NULL), 'exif_original', IIF(i % 2, 48.2, NULL), IIF(i % 2, 16.4, NULL) FROM n",
                numbers + "INSERT INTO file (id, folder_id, directory, name, name_nfc, size, modified_ns, file_key, state,"
                        + " photo_id) SELECT i, 1, '', i || '.jpg', i || '.jpg', 1, 0, '', 'indexed', i FROM n");
    }
}
