package semblance.indexer.catalog;

import java.util.List;

/// What the user wants walks to pass over, in all folders.
public final class ExclusionTable {
    private static final String MIN_BYTES = "exclusion.min_bytes";

    private final Database database;

    ExclusionTable(Database database) {
        this.database = database;
    }

    /// The user's globs, in the order of their text.
    public List<String> globs() {
        return database.list("SELECT glob FROM exclusion ORDER BY glob", row -> row.getString(1));
    }

    /// Adds a glob.
    ///
    /// @return whether it was not there yet
    public boolean add(String glob) {
        return database.update("INSERT OR IGNORE INTO exclusion VALUES (?)", glob) == 1;
    }

    /// Takes a glob back.
    ///
    /// @return whether it was there
    public boolean remove(String glob) {
        return database.update("DELETE FROM exclusion WHERE glob = ?", glob) == 1;
    }

    /// The size in bytes below which files are passed over; 0 if none is too small.
    public long minBytes() {
        return database.one("SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?", row -> row.getLong(1),
                MIN_BYTES).orElse(0L);
    }

    /// Sets the size in bytes below which files are passed over.
    ///
    /// @return the size before
    public long setMinBytes(long bytes) {
        long before = minBytes();
        database.update("INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                MIN_BYTES, Long.toString(bytes));
        return before;
    }
}
