package semblance.indexer.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import semblance.indexer.catalog.VectorChange.Part;
import semblance.model.EmbeddingSpace;

/// Contents and their embeddings: identical files share one content, which is encoded once per space.
public final class EmbeddingTable {
    /// What `content.format` calls videos.
    public static final String VIDEO = "video";

    private final Database database;
    private final RevisionLog log;

    EmbeddingTable(Database database, RevisionLog log) {
        this.database = database;
        this.log = log;
    }

    /// The row of a space, made when first asked for in a writing session.
    public long spaceId(EmbeddingSpace space) {
        return knownSpace(space).orElseGet(() -> database.returning(
                "INSERT INTO space (name, dimension) VALUES (?, ?) RETURNING id", space.id(), space.dimension()));
    }

    public Optional<Long> knownSpace(EmbeddingSpace space) {
        return database.one("SELECT id FROM space WHERE name = ?", row -> row.getLong(1), space.id());
    }

    public Optional<Long> content(Fingerprint fingerprint) {
        return database.one("SELECT id FROM content WHERE fingerprint = ? AND size = ?", row -> row.getLong(1),
                fingerprint.bytes(), fingerprint.size());
    }

    /// Adds a content, or finds it.
    ///
    /// @param width  upright, in pixels
    /// @param height upright, in pixels
    public long addContent(Fingerprint fingerprint, String format, int width, int height) {
        return content(fingerprint).orElseGet(() -> database.returning(
                "INSERT INTO content (fingerprint, size, format, width, height) VALUES (?, ?, ?, ?, ?) RETURNING id",
                fingerprint.bytes(), fingerprint.size(), format, width, height));
    }

    /// Notes that a part of a content is missing or garbled.
    public void markPartial(long contentId) {
        database.update("UPDATE content SET whole = 0 WHERE id = ?", contentId);
    }

    public boolean isWhole(long contentId) {
        return database.one("SELECT whole FROM content WHERE id = ?", row -> row.getBoolean(1), contentId).orElse(true);
    }

    /// Adds the content of a video, or finds it.
    ///
    /// @param width    upright, in pixels
    /// @param height   upright, in pixels
    /// @param duration of the pictures; empty if it is not known
    public long addVideo(Fingerprint fingerprint, int width, int height, Optional<Duration> duration) {
        long content = addContent(fingerprint, VIDEO, width, height);
        database.update("UPDATE content SET duration_ms = ? WHERE id = ?",
                duration.map(Duration::toMillis).orElse(null), content);
        return content;
    }

    public boolean has(long contentId, long spaceId) {
        return database
                .one("SELECT 1 FROM embedding WHERE content_id = ? AND space_id = ? LIMIT 1", row -> true, contentId,
                        spaceId)
                .isPresent();
    }

    /// Stores a content's embeddings in a space in place of those it had; every photo of this content changes by it.
    public void put(long contentId, long spaceId, List<Part> parts) {
        database.update("DELETE FROM embedding WHERE content_id = ? AND space_id = ?", contentId, spaceId);
        for (Part part : parts) {
            database.update("INSERT INTO embedding VALUES (?, ?, ?, ?, ?)", contentId, spaceId, part.number(),
                    part.atMs(),
                    bytes(part.vector()));
        }
        for (long photoId : database.list("SELECT id FROM photo WHERE content_id = ?", row -> row.getLong(1),
                contentId)) {
            database.update("UPDATE photo SET vector_revision = ? WHERE id = ?", log.next(), photoId);
        }
    }

    /// The embedding of a whole picture; of a video the mean of its frames.
    public Optional<float[]> ofPhoto(long photoId, long spaceId) {
        return database.one("""
                            SELECT vector FROM photo p JOIN embedding e ON e.content_id = p.content_id
                            WHERE p.id = ? AND e.space_id = ? AND e.part = 0""", row -> floats(row.getBytes(1)),
                photoId, spaceId);
    }

    /// Hands over what a view of a space has missed, each photo once with all its parts, in no particular order; of a
    /// video its frames, without their mean. All of it together takes the view to [RevisionLog#revision] of the same session.
    ///
    /// @param after the revision the view has reached
    public void changesSince(long after, long spaceId, Consumer<VectorChange> view) {
        database.each("SELECT photo_id FROM tombstone WHERE revision > ?",
                row -> view.accept(new VectorChange(row.getLong(1), List.of())), after);
        PartCollector collector = new PartCollector(view);
        database.each("""
                      SELECT p.id, e.part, e.at_ms, e.vector FROM photo p
                      LEFT JOIN content c ON c.id = p.content_id
                      LEFT JOIN embedding e ON e.content_id = p.content_id AND e.space_id = ?
                          AND (e.part > 0 OR c.format <> 'video')
                      WHERE p.vector_revision > ? ORDER BY p.vector_revision, p.id, e.part""", row -> {
            byte[] vector = row.getBytes(4);
            collector.row(row.getLong(1),
                    vector == null ? List.of() : List.of(new Part(row.getInt(2), row.getLong(3), floats(vector))));
        }, spaceId, after);
        collector.flush();
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /// Joins the rows of one photo.
    private static final class PartCollector {
        private final Consumer<VectorChange> view;
        private final List<Part> parts = new ArrayList<>();
        private long photoId = -1;

        PartCollector(Consumer<VectorChange> view) {
            this.view = view;
        }

        void row(long photo, List<Part> part) {
            if (photo != photoId) {
                flush();
                photoId = photo;
            }
            parts.addAll(part);
        }

        void flush() {
            if (photoId >= 0) {
                view.accept(new VectorChange(photoId, List.copyOf(parts)));
            }
            parts.clear();
        }
    }
}
