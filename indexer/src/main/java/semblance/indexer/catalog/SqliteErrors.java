package semblance.indexer.catalog;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a user is told when SQLite refuses.
final class SqliteErrors {
    private SqliteErrors() {
    }

    static CatalogException explain(SQLException e) {
        int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : e.getErrorCode() & 0xff;
        String cause = switch (code) {
            case 13 -> "The disk that holds the catalog is full. Free some space and start again; nothing is lost.";
            case 5, 6 -> "The catalog is in use by another program. Close it and try again.";
            case 8 -> "The catalog cannot be written: its directory or file is read-only.";
            case 14 -> "The catalog cannot be opened: check that its directory exists and may be written.";
            case 10 -> "The disk that holds the catalog reports an input/output error.";
            case 11, 26 ->
                "The catalog is damaged or is not a catalog. Restore it from a backup, or move it away to start"
                        + " a new one.";
            default -> "The catalog cannot be used.";
        };
        return new CatalogException(cause + " (SQLite: " + message(e) + ")", e);
    }

    private static String message(SQLException e) {
        String name = e instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : SQLiteErrorCode.getErrorCode(e.getErrorCode()).name();
        return name + ", " + e.getMessage();
    }
}
