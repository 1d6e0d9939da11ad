package semblance.indexer.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Migrations: a copy first, then all or nothing.
class CatalogSchemaTest {
    private static final String INITIAL = "001-initial.sql";

    @TempDir
    Path temporary;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = temporary.resolve("catalog.db");
    }

    @Test
    void aMigrationLaysACopyOfTheOldCatalogBesideIt() throws SQLException {
        String id = migrate(List.of(INITIAL));
        assertThat(temporary).as("nothing to back up at first").isDirectoryContaining("glob:**catalog.db")
                .isDirectoryNotContaining("glob:**.backup");

        assertThat(migrate(List.of(INITIAL, "test-002-more.sql"))).as("it is still the same catalog").isEqualTo(id);

        Path backup = temporary.resolve("catalog.db.schema-1.backup");
        assertThat(version(backup)).isEqualTo(1);
        assertThat(hasRating(backup)).isFalse();
        assertThat(version(file)).isEqualTo(2);
        assertThat(hasRating(file)).isTrue();
    }

    @Test
    void aFailedMigrationLeavesTheCatalogAsItWas() throws SQLException {
        String id = migrate(List.of(INITIAL));

        assertThatThrownBy(() -> migrate(List.of(INITIAL, "test-002-broken.sql")))
                .isInstanceOf(CatalogException.class).hasMessageContaining("nothing_of_this_name");

        assertThat(version(file)).isEqualTo(1);
        assertThat(hasRating(file)).as("its first half is undone").isFalse();
        assertThat(migrate(List.of(INITIAL, "test-002-more.sql"))).as("a mended program goes on").isEqualTo(id);
    }

    @Test
    void anOldBackupOfTheSameVersionIsReplaced() throws Exception {
        migrate(List.of(INITIAL));
        Files.writeString(temporary.resolve("catalog.db.schema-1.backup"), "left by a crash");

        migrate(List.of(INITIAL, "test-002-more.sql"));

        assertThat(version(temporary.resolve("catalog.db.schema-1.backup"))).isEqualTo(1);
    }

    /// @return id of the catalog
    private String migrate(List<String> migrations) throws SQLException {
        try (Database database = new Database(RawCatalog.connect(file))) {
            CatalogSchema.migrate(database, file, migrations);
            return database.one("SELECT catalog_id FROM library", row -> row.getString(1)).orElseThrow();
        }
    }

    private static int version(Path catalog) throws SQLException {
        try (Database database = new Database(RawCatalog.connect(catalog))) {
            return database.one("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        }
    }

    private static boolean hasRating(Path catalog) throws SQLException {
        try (Database database = new Database(RawCatalog.connect(catalog))) {
            return database.list("PRAGMA table_info(photo)", row -> row.getString(2)).contains("rating");
        }
    }
}
