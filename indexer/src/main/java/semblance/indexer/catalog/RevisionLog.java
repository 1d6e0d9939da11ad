package semblance.indexer.catalog;

import org.jspecify.annotations.Nullable;

/// The numbering of changes. Every change to what a view shows takes the next number; a view that has seen all changes
/// up to a number reads only those after it. A deleted photo leaves a tombstone until every view has passed it.
public final class RevisionLog {
    private final Database database;
    private @Nullable Long drawn;

    RevisionLog(Database database) {
        this.database = database;
    }

    public CatalogIdentity identity() {
        return database.one("SELECT catalog_id, epoch FROM library",
                row -> new CatalogIdentity(row.getString(1), row.getLong(2))).orElseThrow();
    }

    /// Number of the latest change.
    public long revision() {
        Long latest = drawn;
        return latest != null
                ? latest
                : database.one("SELECT revision FROM library", row -> row.getLong(1)).orElseThrow();
    }

    /// A view that has reached less than this has missed deletes whose tombstones are gone, and has to start anew.
    public long purged() {
        return database.one("SELECT purged FROM library", row -> row.getLong(1)).orElseThrow();
    }

    /// Draws the next number.
    long next() {
        long next = revision() + 1;
        drawn = next;
        return next;
    }

    /// Leaves a tombstone for a photo that is deleted.
    void bury(long photoId) {
        database.update("INSERT INTO tombstone VALUES (?, ?)", photoId, next());
    }

    /// Writes the numbers drawn; the last act of a transaction.
    void store() {
        if (drawn != null) {
            database.update("UPDATE library SET revision = ?", drawn);
        }
    }

    /// Notes that a view has durably reached a revision, and drops the tombstones that all views have passed.
    public void reached(String view, long revision) {
        database.update("INSERT INTO view VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET reached = excluded.reached",
                view,
                revision);
        long passed = database.one("SELECT MIN(reached) FROM view", row -> row.getLong(1)).orElseThrow();
        if (database.update("DELETE FROM tombstone WHERE revision <= ?", passed) > 0) {
            database.update("UPDATE library SET purged = MAX(purged, ?)", passed);
        }
    }
}
