package semblance.indexer.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// The numbered migrations of the catalog. `PRAGMA user_version` says how many a catalog has had; before each further
/// one a copy is laid beside it.
final class CatalogSchema {
    private static final List<String> MIGRATIONS = List.of("001-initial.sql", "002-tags.sql", "003-following.sql",
            "004-departures.sql", "005-spaces.sql", "006-metadata.sql", "007-video.sql", "009-text.sql",
            "010-partial.sql");

    private CatalogSchema() {
    }

    private static int versionOf(Database database) {
        return database.one("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }

    /// Brings a catalog to the current version.
    ///
    /// @throws CatalogException if it is of a newer version
    static void migrate(Database database, Path file) {
        migrate(database, file, MIGRATIONS);
    }

    static void migrate(Database database, Path file, List<String> migrations) {
        int version = versionOf(database);
        refuseNewer(version, migrations.size(), file);
        for (int next = version + 1; next <= migrations.size(); next++) {
            if (version > 0) {
                backUp(database, file, next - 1);
            }
            int reached = next;
            database.atomically("BEGIN IMMEDIATE", () -> {
                database.script(script(migrations.get(reached - 1)));
                database.script("PRAGMA user_version = " + reached);
                return reached == 1 ? fill(database) : 0;
            });
        }
    }

    private static int fill(Database database) {
        return database.update("INSERT INTO library VALUES (1, ?, 1, 0, 0, ?)", UUID.randomUUID().toString(),
                System.currentTimeMillis());
    }

    /// For those that only read and bring nothing up to date.
    ///
    /// @throws CatalogException if a catalog is of another version than this program's
    static void refuseOther(Database database, Path file) {
        int version = versionOf(database);
        refuseNewer(version, MIGRATIONS.size(), file);
        if (version < MIGRATIONS.size()) {
            throw new CatalogException("The catalog " + file
                    + " is of an older Semblance. Run `semblance index` once to bring it up to date.");
        }
    }

    /// @throws CatalogException if a catalog is of a newer version than this program's
    static void refuseNewer(Database database, Path file) {
        refuseNewer(versionOf(database), newest(), file);
    }

    /// The version of this program.
    static int newest() {
        return MIGRATIONS.size();
    }

    /// Where a catalog of an older version is kept.
    static Path backup(Path file, int version) {
        return file.resolveSibling(file.getFileName() + ".schema-" + version + ".backup");
    }

    private static void refuseNewer(int version, int known, Path file) {
        if (version > known) {
            throw new CatalogException("The catalog " + file + " was written by a newer Semblance (schema " + version
                    + ", this program knows " + known + "). Update Semblance, or name another --data directory.");
        }
    }

    private static void backUp(Database database, Path file, int version) {
        Path copy = backup(file, version);
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace the old backup " + copy, e);
        }
        database.update("VACUUM INTO ?", copy.toString());
    }

    private static String script(String name) {
        try (InputStream in = CatalogSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the migration " + name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
