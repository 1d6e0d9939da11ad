package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What went wrong with single files.
public final class FailureTable {
    private static final String PARTIAL = "A part of the picture is missing or garbled; it is found by what is left of"
            + " it. If there is another copy of the file, keep that.";

    private final Database database;
    private final Clock clock;

    FailureTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes a failure, one more attempt if the file has failed before.
    ///
    /// @param passing whether the next scan should try again by itself
    public void note(long fileId, Failure.Kind kind, String message, boolean passing) {
        database.update("""
                        INSERT INTO failure VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (file_id) DO UPDATE
                        SET kind = excluded.kind, message = excluded.message, passing = excluded.passing,
                            attempts = attempts + 1, failed_ms = excluded.failed_ms""", fileId,
                kind.name().toLowerCase(Locale.ROOT), message, passing ? 1 : 0, clock.millis());
    }

    /// All failures and all photos of which a part is missing, by path.
    public List<Failure> all() {
        return database.list("""
                             SELECT o.path, f.directory, f.name, kind, message, passing, attempts
                             FROM failure JOIN file f ON f.id = file_id JOIN folder o ON o.id = f.folder_id
                             WHERE f.state = 'failed'
                             UNION ALL
                             SELECT o.path, f.directory, f.name, 'partial', ?, 0, 1
                             FROM content c JOIN photo p ON p.content_id = c.id JOIN file f ON f.photo_id = p.id
                             JOIN folder o ON o.id = f.folder_id WHERE c.whole = 0 AND f.state = 'indexed'
                             ORDER BY 1, 2, 3""", FailureTable::failure, PARTIAL);
    }

    /// The failure of a file, if it has failed.
    public Optional<Failure> of(long fileId) {
        return database.one("""
                            SELECT o.path, f.directory, f.name, kind, message, passing, attempts
                            FROM failure JOIN file f ON f.id = file_id JOIN folder o ON o.id = f.folder_id
                            WHERE f.state = 'failed' AND f.id = ?""", FailureTable::failure, fileId);
    }

    private static Failure failure(ResultSet row) throws SQLException {
        return new Failure(Path.of(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3)),
                Failure.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)), row.getString(5), row.getBoolean(6),
                row.getInt(7));
    }

    /// Lets the files wait to be read again that an encoder could not encode.
    ///
    /// @return how many
    public int retryEncoding(long sequence) {
        return database.update("""
                               UPDATE file SET state = 'pending', pending_seq = ? WHERE state = 'failed'
                               AND id IN (SELECT file_id FROM failure WHERE kind = ?)""",
                sequence, Failure.Kind.NOT_ENCODED.name().toLowerCase(Locale.ROOT));
    }

    /// Lets all failed files wait to be read again; not those that cannot be opened by their names.
    ///
    /// @return how many
    public int retry(long sequence) {
        new CrashTable(database, clock).giveChance();
        return database.update("""
                               UPDATE file SET state = 'pending', pending_seq = ? WHERE state = 'failed'
                               AND NOT EXISTS (SELECT 1 FROM failure WHERE file_id = file.id AND kind = ?)""",
                sequence, Failure.Kind.INVALID_NAME.name().toLowerCase(Locale.ROOT));
    }
}
