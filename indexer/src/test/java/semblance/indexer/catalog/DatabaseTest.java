package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Transactions when SQLite itself fails.
class DatabaseTest {
    private static final String ROW = "INSERT INTO t VALUES (randomblob(4000))";

    @TempDir
    Path temporary;

    /// On a full disk SQLite rolls back by itself; undoing it once more fails, and that failure says nothing.
    @Test
    void aFullDiskIsReportedAsAFullDisk() throws SQLException {
        try (Database database = new Database(RawCatalog.connect(temporary.resolve("full.db")))) {
            database.script("PRAGMA journal_mode = WAL; CREATE TABLE t (x BLOB)");
            database.update(ROW);
            database.script("PRAGMA max_page_count = 10");

            assertThatThrownBy(() -> database.atomically("BEGIN IMMEDIATE", () -> {
                for (int i = 0; i < 100; i++) {
                    database.update(ROW);
                }
                return 0;
            })).isInstanceOf(CatalogException.class).hasMessageContaining("disk that holds the catalog is full");

            assertThat(rows(database)).as("nothing of it is left").isEqualTo(1);
            database.script("PRAGMA max_page_count = 1000");
            database.atomically("BEGIN IMMEDIATE", () -> database.update(ROW));
            assertThat(rows(database)).as("and the connection still works").isEqualTo(2);
        }
    }

    @Test
    void anErrorOfTheProgramRollsBackToo() throws SQLException {
        try (Database database = new Database(RawCatalog.connect(temporary.resolve("t.db")))) {
            database.script("CREATE TABLE t (x BLOB)");
            assertThatThrownBy(() -> database.atomically("BEGIN IMMEDIATE", () -> {
                database.update(ROW);
                throw new StackOverflowError("in the middle");
            })).isInstanceOf(StackOverflowError.class);
            assertThat(rows(database)).isZero();
        }
    }

    private static long rows(Database database) {
        return database.one("SELECT COUNT(*) FROM t", row -> row.getLong(1)).orElseThrow();
    }
}
