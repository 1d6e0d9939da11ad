package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

import static org.assertj.core.api.Assertions.assertThat;

/// Suggestions follow the photos without looking at all of them each time.
class TaggingLogTest {
    private static final int PHOTOS = 20_000;

    @TempDir
    Path temporary;

    @Test
    void photosComeInTheOrderOfTheirChangesUntilAllHaveCome() throws SQLException {
        try (Database database = filled(RawCatalog.connect(temporary.resolve("catalog.db")))) {
            TaggingLog log = new TaggingLog(database);
            long seen = 0;
            long photos = 0;
            for (List<UntaggedPhoto> page = log.next(1, 0, 999); !page.isEmpty(); page = log.next(1, seen, 999)) {
                assertThat(page).extracting(UntaggedPhoto::change).isSorted().first().isEqualTo(seen + 1);
                seen = page.getLast().change();
                photos += page.size();
            }
            assertThat(photos).isEqualTo(PHOTOS);
        }
    }

    @Test
    void withAnotherSignatureAllBeginsAnew() throws SQLException {
        try (Database database = filled(RawCatalog.connect(temporary.resolve("catalog.db")))) {
            TaggingLog log = new TaggingLog(database);
            log.reached("one", 17);
            assertThat(log.reached("one")).isEqualTo(17);
            assertThat(log.reached("other")).isZero();

            log.reached("other", 3);
            assertThat(log.reached("one")).isZero();
        }
    }

    @Test
    void aPageLooksAtItsOwnPhotosAndNoneIfNothingIsNew() throws SQLException {
        AtomicLong steps = new AtomicLong();
        try (Connection connection = RawCatalog.connect(temporary.resolve("catalog.db"));
                Database database = filled(connection)) {
            TaggingLog log = new TaggingLog(database);
            ProgressHandler.setHandler(connection, 10, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps.addAndGet(10);
                    return 0;
                }
            });
            assertThat(log.next(1, PHOTOS / 2, 100)).hasSize(100);
            assertThat(steps).hasValueLessThan(10_000);
            steps.set(0);
            assertThat(log.next(1, PHOTOS, 100)).isEmpty();
            assertThat(steps).hasValueLessThan(500);
        }
    }

    private Database filled(Connection connection) {
        Database database = new Database(connection);
        CatalogSchema.migrate(database, temporary.resolve("catalog.db"));
        database.script("INSERT INTO space VALUES (1, 'here', 2), (2, 'elsewhere', 2)");
        String count = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + PHOTOS + ") ";
        database.script(count + "INSERT INTO content (id, fingerprint, size, format, width, height)"
                + " SELECT i, CAST(i AS BLOB), 1, 'jpeg', 1, 1 FROM n");
        database.script(
                count + "INSERT INTO photo (id, content_id, added_ms, vector_revision) SELECT i, i, 0, i FROM n");
        // 1 and 0 as little-endian float32
        database.script(count + "INSERT INTO embedding SELECT i, 1, 0, 0, X'0000803F00000000' FROM n");
        return database;
    }
}
