package semblance.indexer.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The known files that are not where they were: moved or deleted, to be told apart once the new files are read. A
/// temporary table of the write connection: a crash forgets it, and the next walk finds them again.
public final class MissingFiles {
    /// A known file that was not found.
    public record Missing(long fileId, long photoId) {
    }

    private final Database database;

    MissingFiles(Database database) {
        this.database = database;
    }

    /// Forgets those of an earlier run.
    public void clear() {
        database.script("""
                        CREATE TEMP TABLE IF NOT EXISTS missing (file_id INTEGER PRIMARY KEY, sweep INTEGER NOT NULL);
                        DELETE FROM missing""");
    }

    /// Adds files that a whole walk did not find.
    public void add(Collection<Long> fileIds) {
        for (long fileId : fileIds) {
            database.update("INSERT INTO missing VALUES (?, 1) ON CONFLICT DO UPDATE SET sweep = 1", fileId);
        }
    }

    /// Adds files that are gone from a folder that was not walked whole: they may be found to be moved, but are not
    /// deleted.
    public void addMovedOnly(Collection<Long> fileIds) {
        for (long fileId : fileIds) {
            database.update("INSERT OR IGNORE INTO missing VALUES (?, 0)", fileId);
        }
    }

    /// Forgets a file: it is dealt with.
    public void remove(long fileId) {
        database.update("DELETE FROM missing WHERE file_id = ?", fileId);
    }

    /// A missing file whose photo has this content: where the photo was before it moved. Of several, one of the same name.
    ///
    /// @param fileId of the file that has the content now
    public Optional<Missing> withContent(long contentId, long fileId) {
        return database
                .one("""
                     SELECT f.id, f.photo_id FROM file f JOIN missing m ON m.file_id = f.id
                     WHERE f.content_id = ? AND f.photo_id IS NOT NULL ORDER BY f.name = (SELECT name FROM file WHERE id = ?) DESC, f.id LIMIT 1""",
                        row -> new Missing(row.getLong(1), row.getLong(2)), contentId, fileId);
    }

    /// Whether all files of a photo are gone, so that it is.
    public boolean hasAll(long photoId) {
        return database.one("""
                            SELECT 1 FROM file f LEFT JOIN missing m ON m.file_id = f.id
                            WHERE f.photo_id = ? AND COALESCE(m.sweep, 0) = 0 LIMIT 1""", row -> true, photoId)
                .isEmpty();
    }

    /// Whether some are gone that only a whole walk may delete.
    public boolean hasMovedOnly() {
        return database
                .one("SELECT 1 FROM missing m JOIN file f ON f.id = m.file_id WHERE sweep = 0 LIMIT 1", row -> true)
                .isPresent();
    }

    /// The next of the missing files, to be swept.
    ///
    /// @return id of the file and, if it is a photo, of the photo (else 0)
    public List<Missing> next(int limit) {
        return database.list(
                """
                SELECT f.id, COALESCE(f.photo_id, 0) FROM missing m CROSS JOIN file f ON f.id = m.file_id
                WHERE m.sweep = 1 LIMIT ?""",
                row -> new Missing(row.getLong(1), row.getLong(2)), limit);
    }
}
