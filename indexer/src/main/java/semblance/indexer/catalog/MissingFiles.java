package semblance.indexer.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The known files that a whole walk of their folder did not find: moved or deleted, to be told apart once the new files
/// are read. A temporary table of the write connection: a crash forgets it, and the next walk finds them again.
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
        database.script("CREATE TEMP TABLE IF NOT EXISTS missing (file_id INTEGER PRIMARY KEY); DELETE FROM missing");
    }

    public void add(Collection<Long> fileIds) {
        for (long fileId : fileIds) {
            database.update("INSERT OR IGNORE INTO missing VALUES (?)", fileId);
        }
    }

    /// A missing file whose photo has this content: where the photo was before it moved.
    public Optional<Missing> withContent(long contentId) {
        return database
                .one("""
                     SELECT f.id, p.id FROM photo p JOIN file f ON f.photo_id = p.id JOIN missing m ON m.file_id = f.id
                     WHERE p.content_id = ? LIMIT 1""", row -> new Missing(row.getLong(1), row.getLong(2)), contentId);
    }

    /// The next of the missing files, to be swept.
    ///
    /// @return id of the file and, if it is a photo, of the photo (else 0)
    public List<Missing> next(int limit) {
        return database.list(
                """
                SELECT f.id, COALESCE(f.photo_id, 0) FROM missing m JOIN file f ON f.id = m.file_id LIMIT ?""",
                row -> new Missing(row.getLong(1), row.getLong(2)), limit);
    }
}
