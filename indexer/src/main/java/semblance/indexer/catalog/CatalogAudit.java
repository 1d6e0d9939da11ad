package semblance.indexer.catalog;

import java.util.ArrayList;
import java.util.List;

import semblance.model.EmbeddingSpace;

/// Looks for rows that contradict each other, which no sequence of crashes may leave behind.
public final class CatalogAudit {
    private static final double NORM_TOLERANCE = 1e-3;

    private final Database database;
    private final EmbeddingTable embeddings;

    CatalogAudit(Database database, EmbeddingTable embeddings) {
        this.database = database;
        this.embeddings = embeddings;
    }

    /// What is wrong, a sentence each; nothing if all is well.
    ///
    /// @param full reads the vectors too
    public List<String> contradictions(EmbeddingSpace space, boolean full) {
        List<String> found = new ArrayList<>();
        count(found, "photos have no file",
                "SELECT COUNT(*) FROM photo p WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.photo_id = p.id)");
        count(found, "photos have not one file that stands for them",
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM file WHERE photo_id IS NOT NULL GROUP BY photo_id
                    HAVING COUNT(*) FILTER (WHERE companion = 0) <> 1)""");
        count(found, "photos have another content than their file",
                """
                SELECT COUNT(*) FROM file f JOIN photo p ON p.id = f.photo_id
                WHERE f.companion = 0 AND p.content_id IS NOT f.content_id""");
        count(found, "files are parts of no photo",
                "SELECT COUNT(*) FROM file WHERE photo_id IS NULL AND (companion = 1 OR content_id IS NOT NULL)");
        count(found, "indexed files have no photo with a content",
                """
                SELECT COUNT(*) FROM file f LEFT JOIN photo p ON p.id = f.photo_id
                WHERE f.state = 'indexed' AND (p.content_id IS NULL OR f.content_id IS NULL)""");
        count(found, "failed files have no failure",
                "SELECT COUNT(*) FROM file f WHERE f.state = 'failed' AND NOT EXISTS (SELECT 1 FROM failure WHERE file_id = f.id)");
        count(found, "photos are deleted and present",
                "SELECT COUNT(*) FROM photo JOIN tombstone ON photo_id = photo.id");
        count(found, "photos are remembered as gone and present",
                "SELECT COUNT(*) FROM departed d JOIN photo p ON p.id = d.photo_id");
        count(found, "changes are numbered beyond the latest revision",
                "SELECT COUNT(*) FROM photo, library WHERE vector_revision > revision");
        embeddings.knownSpace(space).ifPresent(id -> {
            count(found, "indexed files have no embedding",
                    """
                    SELECT COUNT(*) FROM file f WHERE f.state = 'indexed'
                    AND NOT EXISTS (SELECT 1 FROM embedding e WHERE e.content_id = f.content_id AND e.space_id = ?)
                    AND NOT EXISTS (SELECT 1 FROM unencodable u WHERE u.content_id = f.content_id AND u.space_id = ?)""",
                    id, id);
            count(found, "embeddings have the wrong size",
                    "SELECT COUNT(*) FROM embedding WHERE space_id = ? AND LENGTH(vector) <> ?", id,
                    (long) Float.BYTES * space.dimension());
            if (full) {
                unnormalized(found, id);
            }
        });
        return found;
    }

    private void unnormalized(List<String> found, long spaceId) {
        long[] wrong = new long[1];
        database.each("SELECT vector FROM embedding WHERE space_id = ?", row -> {
            double squares = 0;
            for (float value : EmbeddingTable.floats(row.getBytes(1))) {
                squares += (double) value * value;
            }
            if (!(Math.abs(Math.sqrt(squares) - 1) < NORM_TOLERANCE)) {
                wrong[0]++;
            }
        }, spaceId);
        if (wrong[0] > 0) {
            found.add(wrong[0] + " embeddings are not of length 1");
        }
    }

    private void count(List<String> found, String what, String sql, Object... arguments) {
        long count = database.one(sql, row -> row.getLong(1), arguments).orElseThrow();
        if (count > 0) {
            found.add(count + " " + what);
        }
    }
}
