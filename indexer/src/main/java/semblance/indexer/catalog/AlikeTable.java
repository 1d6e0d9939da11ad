package semblance.indexer.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Which pictures show the same shot. Each group is around its best one: nothing belongs to it that is not like that.
public final class AlikeTable {
    /// A picture to compare others with.
    ///
    /// @param hash   of what it shows
    /// @param pixels how many it has
    /// @param bestId of its group; its own content if it has none
    public record Picture(long contentId, long hash, long pixels, long bestId) {
    }

    /// A photo of which the picture has not been compared yet.
    public record Uncompared(long contentId, long photoId) {
    }

    /// A photo among those like it.
    ///
    /// @param group  the same number for all of them
    /// @param number from 1, the largest first
    /// @param of     how many they are
    public record Alike(long group, int number, int of) {
    }

    /// Each photo with its group: that of photos alike, else its content, which copies share.
    private static final String GROUPED = """
                                          SELECT p.id, COALESCE(a.best_id, p.content_id) AS best, c.width * c.height AS pixels
                                          FROM photo p JOIN content c ON c.id = p.content_id
                                          LEFT JOIN alike a ON a.content_id = p.content_id
                                          """;

    private final Database database;

    AlikeTable(Database database) {
        this.database = database;
    }

    /// The first of the photos whose pictures have not been compared, in the order of their contents.
    ///
    /// @param after a content; 0 for the beginning
    public List<Uncompared> uncompared(long after, int limit) {
        return database.list("""
                             SELECT p.content_id, MIN(p.id) FROM photo p WHERE p.content_id > ?
                             AND NOT EXISTS (SELECT 1 FROM picture_hash h WHERE h.content_id = p.content_id)
                             GROUP BY p.content_id ORDER BY p.content_id LIMIT ?""",
                row -> new Uncompared(row.getLong(1), row.getLong(2)), after, limit);
    }

    /// How many contents of photos have not been compared.
    public long countUncompared() {
        return database.one("""
                            SELECT COUNT(DISTINCT p.content_id) FROM photo p WHERE p.content_id IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM picture_hash h WHERE h.content_id = p.content_id)""",
                row -> row.getLong(1)).orElse(0L);
    }

    /// All pictures that can be compared.
    public List<Picture> pictures() {
        return database.list("""
                             SELECT h.content_id, h.hash, c.width * c.height, COALESCE(a.best_id, h.content_id)
                             FROM picture_hash h JOIN content c ON c.id = h.content_id
                             LEFT JOIN alike a ON a.content_id = h.content_id WHERE h.hash IS NOT NULL""",
                row -> new Picture(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /// Notes what a picture shows.
    ///
    /// @return the picture, alone yet; nothing if its content is gone or nothing is known
    public Optional<Picture> put(long contentId, OptionalLong hash) {
        database.update("INSERT OR REPLACE INTO picture_hash SELECT id, ? FROM content WHERE id = ?",
                hash.isPresent() ? hash.getAsLong() : null, contentId);
        return hash.isEmpty()
                ? Optional.empty()
                : database.one("SELECT width * height FROM content WHERE id = ?",
                        row -> new Picture(contentId, hash.getAsLong(), row.getLong(1), contentId), contentId);
    }

    /// The embedding of a picture in the space that searches use.
    public Optional<float[]> vector(long contentId) {
        return database.one("""
                            SELECT e.vector FROM embedding e JOIN space s ON s.id = e.space_id
                            JOIN setting t ON t.name = 'model.space' AND t.value = s.name
                            WHERE e.content_id = ? AND e.part = 0""", row -> EmbeddingTable.floats(row.getBytes(1)),
                contentId);
    }

    /// Stores to which groups pictures belong.
    public void group(Collection<Picture> pictures) {
        Map<Long, Long> sizes = new HashMap<>();
        pictures.forEach(picture -> sizes.merge(picture.bestId(), 1L, Long::sum));
        for (Picture picture : pictures) {
            if (sizes.getOrDefault(picture.bestId(), 1L) > 1) {
                database.update("INSERT OR REPLACE INTO alike VALUES (?, ?)", picture.contentId(), picture.bestId());
            } else {
                database.update("DELETE FROM alike WHERE content_id = ?", picture.contentId());
            }
        }
    }

    /// The photos that are not the only ones of their group.
    public PhotoSet duplicates() {
        PhotoSet.Builder found = new PhotoSet.Builder();
        database.each("WITH g AS (" + GROUPED + ") SELECT id FROM g WHERE best IN ("
                + "SELECT best FROM g GROUP BY best HAVING COUNT(*) > 1)", row -> found.add(row.getLong(1)));
        return found.build();
    }

    /// The places of such photos, those alike after each other: the group with the latest photo first, in it the largest.
    ///
    /// @param photos what is wanted of them
    public List<Map.Entry<Long, Alike>> places(PhotoSet photos, int limit) {
        return database
                .list("WITH g AS (" + GROUPED + """
                                                ) SELECT id, best,
                                                    ROW_NUMBER() OVER (PARTITION BY best ORDER BY pixels DESC, id),
                                                    COUNT(*) OVER (PARTITION BY best) AS size,
                                                    MAX(id) OVER (PARTITION BY best) AS latest
                                                FROM g ORDER BY latest DESC, 3""",
                        row -> Map.entry(row.getLong(1), new Alike(row.getLong(2), row.getInt(3), row.getInt(4))))
                .stream()
                .filter(place -> place.getValue().of() > 1 && photos.test(place.getKey())).limit(limit).toList();
    }
}
