package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

import static org.assertj.core.api.Assertions.assertThat;

/// The queries that run once for every page or batch may not look at every file each time. Counted in steps of SQLite's
/// machine, not in time.
class HotQueriesTest {
    private static final int FILES = 20_000;
    private static final long PAGE_STEPS = 40_000;

    @TempDir
    Path temporary;

    private final AtomicLong steps = new AtomicLong();

    @Test
    void aPageOfPendingFilesLooksAtThatPageAlone() throws SQLException {
        try (Connection connection = RawCatalog.connect(temporary.resolve("catalog.db"));
                Database database = filled(connection)) {
            FileTable files = new FileTable(database);
            Collection<Long> folders = List.of(1L, 2L);
            count(connection);
            assertThat(files.pendingNewestFirst(folders, FILES / 2, 0, 256)).hasSize(256)
                    .extracting(PendingFile::modifiedNs).isSortedAccordingTo(Comparator.reverseOrder())
                    .startsWith(FILES / 2 - 1L);
            assertThat(steps).hasValueLessThan(PAGE_STEPS);
            steps.set(0);
            assertThat(files.nextSequence()).isEqualTo(FILES + 1L);
            assertThat(steps).hasValueLessThan(1_000);
        }
    }

    @Test
    void photosToBeEncodedAgainArePagedLikeOthers() throws SQLException {
        try (Connection connection = RawCatalog.connect(temporary.resolve("catalog.db"));
                Database database = filled(connection)) {
            FileTable files = new FileTable(database);
            database.script("""
                            INSERT INTO photo (id, added_ms, vector_revision) SELECT id, 0, 0 FROM file;
                            UPDATE file SET state = 'indexed', pending_seq = NULL, photo_id = id""");
            assertThat(files.markUnencoded(1, files.nextSequence())).isEqualTo(FILES);
            count(connection);
            List<PendingFile> page = files.pendingNewestFirst(List.of(1L), Long.MAX_VALUE, Long.MAX_VALUE, FILES - 256);
            steps.set(0);
            assertThat(files.pendingNewestFirst(List.of(1L), page.getLast().modifiedNs(), page.getLast().id(), 1000))
                    .hasSize(256);
            assertThat(steps).hasValueLessThan(PAGE_STEPS);
        }
    }

    @Test
    void sweepingLooksAtTheMissingFilesAlone() throws SQLException {
        try (Connection connection = RawCatalog.connect(temporary.resolve("catalog.db"));
                Database database = filled(connection)) {
            MissingFiles missing = new MissingFiles(database);
            missing.clear();
            missing.add(LongStream.rangeClosed(FILES - 500, FILES).boxed().toList());
            missing.addMovedOnly(List.of(1L, 2L));
            count(connection);
            assertThat(missing.next(100)).hasSize(100).extracting(MissingFiles.Missing::fileId)
                    .allMatch(id -> id >= FILES - 500);
            assertThat(steps).hasValueLessThan(PAGE_STEPS);
        }
    }

    @Test
    void theDaysAroundAPhotoAreLookedAtAlone() throws SQLException {
        try (Connection connection = RawCatalog.connect(temporary.resolve("catalog.db"));
                Database database = filled(connection)) {
            database.script("""
                            INSERT INTO content (id, fingerprint, size, format, width, height)
                                SELECT id, CAST(id AS BLOB), 1, 'jpeg', 4, 3 FROM file;
                            INSERT INTO photo (id, content_id, added_ms, vector_revision, taken_ms, taken_source)
                                SELECT id, id, 0, 0, id * 3600000, 'exif_original' FROM file;
                            UPDATE file SET state = 'indexed', pending_seq = NULL, photo_id = id;
                            UPDATE file SET state = 'failed' WHERE id = 5000;
                            UPDATE photo SET taken_source = 'file_time' WHERE id = 5001""");
            TimelineTable timeline = new TimelineTable(database);
            count(connection);
            assertThat(timeline.between(4_990L * 3_600_000, 5_010L * 3_600_000)).extracting(TakenPhoto::photoId)
                    .hasSize(18).startsWith(4990L).endsWith(5009L).doesNotContain(5000L, 5001L);
            assertThat(timeline.photo(4990)).isPresent();
            assertThat(timeline.photo(5000)).isEmpty();
            assertThat(steps).hasValueLessThan(2_000);
        }
    }

    private void count(Connection connection) throws SQLException {
        ProgressHandler.setHandler(connection, 100, new ProgressHandler() {
            @Override
            protected int progress() {
                steps.addAndGet(100);
                return 0;
            }
        });
    }

    private Database filled(Connection connection) {
        Database database = new Database(connection);
        CatalogSchema.migrate(database, temporary.resolve("catalog.db"));
        database.script(
                """
                INSERT INTO folder (id, path, state, added_ms) VALUES (1, '/a', 'online', 0), (2, '/b', 'online', 0)""");
        database.update("""
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        INSERT INTO file (id, folder_id, directory, name, name_nfc, size, modified_ns, file_key, state,
                                          pending_seq)
                        SELECT i, 1, i / 40, i || '.jpg', i || '.jpg', 1, i, '', 'pending', i FROM n""", FILES);
        return database;
    }
}
