package semblance.indexer.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Files at which the process ended while it decoded them. After the first time a file is a suspect, decoded alone at the
/// end of a run, so that the second time leaves no doubt; then it is passed over.
public final class CrashTable {
    /// So often a file may end the process.
    static final int STRIKES = 2;
    private static final String MESSAGE = "The program ended while it decoded this file, so it is passed over. Saving it anew"
            + " with another program may help.";

    private final Database database;
    private final Clock clock;

    CrashTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes files that were being decoded when the process ended.
    ///
    /// @param readerVersion of this program
    /// @return files that were photos and are passed over from now on
    public List<Long> strike(Collection<Long> fileIds, int readerVersion) {
        for (long file : fileIds) {
            database.update("""
                            INSERT INTO crash SELECT id, 1 FROM file WHERE id = ? AND state IN ('pending', 'indexed')
                            ON CONFLICT DO UPDATE SET strikes = strikes + 1""", file);
            database.update(
                    """
                    INSERT INTO failure SELECT f.id, ?, ?, 0, strikes, ?
                    FROM crash JOIN file f ON f.id = file_id WHERE f.id = ? AND strikes >= ? AND state = 'pending'
                    ON CONFLICT DO UPDATE SET kind = excluded.kind, message = excluded.message, passing = 0,
                        attempts = attempts + 1, failed_ms = excluded.failed_ms""",
                    Failure.Kind.CRASHED.name().toLowerCase(Locale.ROOT), MESSAGE, clock.millis(), file, STRIKES);
            // It was known and is being encoded for another model: it stays what it is, without that model's embedding.
            database.update("""
                            INSERT OR IGNORE INTO unencodable SELECT f.content_id, s.id, ?
                            FROM crash JOIN file f ON f.id = file_id JOIN space s
                            WHERE f.id = ? AND strikes >= ? AND f.state = 'indexed' AND f.content_id IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM embedding e
                                WHERE e.content_id = f.content_id AND e.space_id = s.id)""", MESSAGE, file, STRIKES);
            database.update("""
                            UPDATE file SET state = 'failed', pending_seq = NULL, reader_version = ? WHERE id = ?
                            AND state = 'pending' AND (SELECT strikes FROM crash WHERE file_id = file.id) >= ?""",
                    readerVersion, file, STRIKES);
        }
        return database.list("""
                             SELECT f.id FROM crash JOIN file f ON f.id = file_id
                             WHERE f.state = 'failed' AND strikes >= ? AND f.content_id IS NOT NULL""",
                row -> row.getLong(1), STRIKES);
    }

    /// The suspects among the pending files of some folders.
    public List<PendingFile> suspects(Collection<Long> folderIds) {
        String ids = String.join(",", folderIds.stream().map(String::valueOf).toList());
        return database.list("""
                             SELECT %s FROM crash JOIN file f ON f.id = file_id JOIN folder o ON o.id = f.folder_id
                             WHERE f.state = 'pending' AND f.folder_id IN (%s) ORDER BY f.id"""
                .formatted(FileTable.PENDING_FILE, ids), FileTable::pendingFile);
    }

    /// Ids of all suspects.
    public List<Long> all() {
        return database.list("SELECT file_id FROM crash", row -> row.getLong(1));
    }

    /// Notes that a file has been decoded, or refused in an orderly way.
    public void forgive(long fileId) {
        database.update("DELETE FROM crash WHERE file_id = ?", fileId);
    }

    /// Gives files that were passed over one more chance.
    void giveChance() {
        database.update("UPDATE crash SET strikes = ?", STRIKES - 1);
    }
}
