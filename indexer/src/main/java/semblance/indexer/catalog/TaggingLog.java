package semblance.indexer.catalog;

import java.util.List;

import semblance.model.Embedding;

/// How far suggestions have followed the photos. A photo that is new, or whose picture has changed, has a number above
/// the one reached; when suggestions are made with something else than before, all of them have.
public final class TaggingLog {
    private final Database database;

    TaggingLog(Database database) {
        this.database = database;
    }

    /// The change up to which photos have been looked at.
    ///
    /// @param signature of what suggestions are made with now
    public long reached(String signature) {
        return database.one("SELECT reached FROM tagging WHERE signature = ?", row -> row.getLong(1), signature)
                .orElse(0L);
    }

    /// Photos that have changed after that, in the order of their changes.
    public List<UntaggedPhoto> next(long spaceId, long after, int limit) {
        return database
                .list("""
                      SELECT p.id, p.vector_revision, e.vector FROM photo p
                      JOIN embedding e ON e.content_id = p.content_id AND e.space_id = ? AND e.part = 0
                      WHERE p.vector_revision > ? ORDER BY p.vector_revision LIMIT ?""",
                        row -> new UntaggedPhoto(row.getLong(1), row.getLong(2),
                                Embedding.normalized(EmbeddingTable.floats(row.getBytes(3)))),
                        spaceId, after, limit);
    }

    /// Notes how far suggestions have come.
    public void reached(String signature, long change) {
        database.update("""
                        INSERT INTO tagging VALUES (1, ?, ?) ON CONFLICT DO UPDATE
                        SET signature = excluded.signature, reached = excluded.reached""", signature, change);
    }
}
