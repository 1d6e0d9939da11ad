package semblance.indexer.catalog;

import java.nio.file.Path;
import java.util.List;

import semblance.indexer.metadata.MetadataReader;

/// The photos whose data no program, or only an older one, has read, as far as their files can be reached.
public final class UnreadTable {
    // What was being written when it was read is read again by the next walk in any case.
    private static final String UNREAD = """
                                         FROM photo p JOIN file f ON f.photo_id = p.id AND f.companion = 0 JOIN folder o ON o.id = f.folder_id
                                         LEFT JOIN metadata m ON m.content_id = p.content_id
                                         WHERE p.content_id > ? AND COALESCE(m.reader_version, 0) < ?
                                         AND f.state = 'indexed' AND f.modified_ns <> ? AND o.state <> 'offline'
                                         AND NOT EXISTS (SELECT 1 FROM mount d WHERE d.state = 'offline'
                                             AND d.folder_id = f.folder_id AND (d.directory = f.directory
                                             OR d.directory || '/' = SUBSTR(f.directory, 1, LENGTH(d.directory) + 1)))""";

    private final Database database;

    UnreadTable(Database database) {
        this.database = database;
    }

    /// How many contents can be read.
    public long count() {
        return database.one("SELECT COUNT(DISTINCT p.content_id) " + UNREAD, row -> row.getLong(1), 0,
                MetadataReader.VERSION, FileStat.UNSETTLED).orElseThrow();
    }

    /// How many photos have not been read, whether they can be reached or not.
    long countAll() {
        return database.one("""
                            SELECT COUNT(*) FROM photo p LEFT JOIN metadata m ON m.content_id = p.content_id
                            WHERE p.content_id IS NOT NULL AND m.content_id IS NULL""", row -> row.getLong(1))
                .orElseThrow();
    }

    /// Some of those that can be read, by their content; one with several files as often.
    ///
    /// @param after content of the last one seen, 0 to begin
    public List<UnreadPhoto> after(long after, int limit) {
        return database.list("""
                             SELECT p.content_id, o.path, f.directory, f.name, f.size, f.modified_ns, f.file_key
                             %s ORDER BY p.content_id, f.id LIMIT ?""".formatted(UNREAD),
                row -> new UnreadPhoto(row.getLong(1),
                        Path.of(row.getString(2)).resolve(row.getString(3)).resolve(row.getString(4)),
                        new FileStat(row.getLong(5), row.getLong(6), row.getString(7))),
                after, MetadataReader.VERSION, FileStat.UNSETTLED, limit);
    }
}
