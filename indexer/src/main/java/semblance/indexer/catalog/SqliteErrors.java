package semblance.indexer.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import semblance.indexer.catalog.CatalogException.Kind;

/// What a user is told when SQLite refuses.
final class SqliteErrors {
    private SqliteErrors() {
    }

    /// @param file of the catalog, if known
    static CatalogException explain(SQLException e, @Nullable Path file) {
        int code = code(e);
        String cause = switch (code) {
            case 13 -> "The disk that holds the catalog is full. Free some space and start again; nothing is lost.";
            case 5, 6 -> "The catalog is in use by another program. Close it and try again.";
            case 8 -> "The catalog cannot be written: its directory or file is read-only.";
            case 14 -> "The catalog cannot be opened: check that its directory exists and may be written.";
            case 10 -> "The disk that holds the catalog reports an input/output error.";
            case 11, 26 -> damaged(file);
            default -> "The catalog cannot be used.";
        };
        Kind kind = switch (code) {
            case 8, 10, 13, 14 -> Kind.UNWRITABLE;
            case 11, 26 -> Kind.DAMAGED;
            default -> Kind.OTHER;
        };
        return new CatalogException(cause + " (SQLite: " + message(e) + ")", kind, e);
    }

    private static int code(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return e.getErrorCode() & 0xff;
        }
        // On a full disk there is no room for the memory that connections share either.
        return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
                ? SQLiteErrorCode.SQLITE_FULL.code
                : sqlite.getResultCode().code & 0xff;
    }

    private static String damaged(@Nullable Path file) {
        String damaged = "The catalog is damaged or is not a catalog. ";
        return damaged + Optional.ofNullable(file).flatMap(catalog -> new KnownBackups(catalog).newest())
                .map(backup -> "Its newest backup is of " + day(backup) + ": semblance restore \"" + backup + "\"")
                .orElse("Restore it from a backup (semblance restore FILE), or move it away to start a new one.");
    }

    private static String day(Path backup) {
        try {
            return Files.getLastModifiedTime(backup).toInstant().atZone(ZoneId.systemDefault()).toLocalDate()
                    .toString();
        } catch (IOException e) {
            return "an unknown day";
        }
    }

    private static String message(SQLException e) {
        String name = e instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : SQLiteErrorCode.getErrorCode(e.getErrorCode()).name();
        return name + ", " + e.getMessage();
    }
}
