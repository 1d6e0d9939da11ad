package semblance.indexer.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Photos that have left the library: removed with their folder, or gone from disk. For [#KEPT] what the user decided about
/// their tags is kept, and their embeddings; when the same content turns up again it gets both back.
public final class DepartureTable {
    /// How long a photo that has left is remembered, at least.
    public static final Duration KEPT = Duration.ofDays(30);

    /// What was forgotten.
    ///
    /// @param all          whether nothing is left to be forgotten
    /// @param fingerprints of the contents, in hexadecimal
    public record Forgotten(boolean all, List<String> fingerprints) {
    }

    private final Database database;
    private final RevisionLog log;
    private final Clock clock;

    DepartureTable(Database database, RevisionLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /// Remembers a photo that is about to be deleted, with its file still there.
    void add(long photoId) {
        database.update("""
                        INSERT INTO departed (photo_id, content_id, directory, name, left_ms)
                        SELECT p.id, p.content_id, COALESCE(f.directory, ''), COALESCE(f.name, ''), ?
                        FROM photo p LEFT JOIN file f ON f.photo_id = p.id AND f.companion = 0
                        WHERE p.id = ? AND p.content_id IS NOT NULL LIMIT 1""", clock.millis(), photoId);
        // Damaged before it left: it is remembered by the content that it had last.
        database.update("""
                        UPDATE departed SET photo_id = ?, left_ms = ? WHERE id = (
                            SELECT MAX(d.id) FROM photo p JOIN file f ON f.photo_id = p.id
                            JOIN departed d ON d.directory = f.directory AND d.name = f.name AND d.photo_id IS NULL
                            WHERE p.id = ? AND p.content_id IS NULL)""", photoId, clock.millis(), photoId);
        database.update("""
                        INSERT INTO departed_tag SELECT d.id, t.tag_id, t.state, t.decided_ms
                        FROM departed d JOIN photo_tag t ON t.photo_id = d.photo_id
                        WHERE d.photo_id = ? AND t.state <> 'suggested'""", photoId);
    }

    /// Remembers all photos of a folder that is about to be removed.
    void addAll(long folderId) {
        database.update("""
                        INSERT INTO departed (photo_id, content_id, directory, name, left_ms)
                        SELECT p.id, p.content_id, f.directory, f.name, ? FROM file f JOIN photo p ON p.id = f.photo_id
                        WHERE f.folder_id = ? AND f.companion = 0 AND p.content_id IS NOT NULL""", clock.millis(),
                folderId);
        // Damaged before they left, as above.
        database.update("""
                        UPDATE departed SET photo_id = last.photo_id, left_ms = ? FROM (
                            SELECT p.id AS photo_id, MAX(d.id) AS id FROM file f JOIN photo p ON p.id = f.photo_id
                            JOIN departed d ON d.directory = f.directory AND d.name = f.name AND d.photo_id IS NULL
                            WHERE f.folder_id = ? AND p.content_id IS NULL GROUP BY p.id) AS last
                        WHERE departed.id = last.id""", clock.millis(), folderId);
        database.update(
                """
                INSERT INTO departed_tag SELECT d.id, t.tag_id, t.state, t.decided_ms
                FROM file f JOIN departed d ON d.photo_id = f.photo_id JOIN photo_tag t ON t.photo_id = d.photo_id
                WHERE f.folder_id = ? AND f.companion = 0 AND t.state <> 'suggested'""", folderId);
    }

    /// Remembers the content that a photo is about to give up for another, or for none.
    void addContentOf(long photoId) {
        database.update("""
                        INSERT INTO departed (content_id, directory, name, left_ms)
                        SELECT p.content_id, COALESCE(f.directory, ''), COALESCE(f.name, ''), ?
                        FROM photo p LEFT JOIN file f ON f.photo_id = p.id AND f.companion = 0
                        WHERE p.id = ? AND p.content_id IS NOT NULL LIMIT 1""",
                clock.millis(), photoId);
    }

    /// Gives a new photo what the user decided about one with the same content that has left: the one that was in the same
    /// place, else of the same name, else one about which something was decided.
    ///
    /// @param fileId of the new photo's file
    public void giveBack(long photoId, long fileId, long contentId) {
        Optional<Long> departed = database.one("""
                                               SELECT d.id FROM departed d JOIN file f ON f.id = ?
                                               WHERE d.content_id = ?
                                               ORDER BY d.photo_id IS NOT NULL AND d.directory = f.directory
                                                       AND d.name = f.name DESC,
                                                   d.photo_id IS NOT NULL AND d.name = f.name DESC,
                                                   EXISTS (SELECT 1 FROM departed_tag WHERE departed_id = d.id) DESC,
                                                   d.left_ms DESC, d.id LIMIT 1""", row -> row.getLong(1), fileId,
                contentId);
        if (departed.isEmpty()) {
            return;
        }
        int tags = database.update("""
                                   INSERT INTO photo_tag (photo_id, tag_id, state, decided_ms)
                                   SELECT ?, tag_id, state, decided_ms FROM departed_tag WHERE departed_id = ?
                                   ON CONFLICT DO NOTHING""", photoId, departed.get());
        if (tags > 0) {
            database.update("UPDATE photo SET tag_revision = ? WHERE id = ?", log.next(), photoId);
        }
        database.update("DELETE FROM departed WHERE id = ?", departed.get());
    }

    /// Forgets photos that left longer ago than [#KEPT], and contents that belong to no photo any more with their
    /// embeddings. Not while a run is under way, which may just be about to use such a content.
    ///
    /// @param limit contents looked at
    public Forgotten forget(int limit) {
        long now = clock.millis();
        // The clock was ahead when these left.
        database.update("UPDATE departed SET left_ms = ? WHERE left_ms > ?", now, now);
        List<Long> contents = database.list(
                "SELECT content_id FROM departed WHERE left_ms < ? GROUP BY content_id LIMIT ?",
                row -> row.getLong(1), now - KEPT.toMillis(), limit);
        List<String> forgotten = new ArrayList<>();
        for (long content : contents) {
            database.update("DELETE FROM departed WHERE content_id = ? AND left_ms < ?", content,
                    now - KEPT.toMillis());
            if (isUnused(content)) {
                forgotten.add(database.one("SELECT LOWER(HEX(fingerprint)) FROM content WHERE id = ?",
                        row -> row.getString(1), content).orElseThrow());
                database.update("DELETE FROM embedding WHERE content_id = ?", content);
                database.update("DELETE FROM content WHERE id = ?", content);
            }
        }
        return new Forgotten(contents.size() < limit, forgotten);
    }

    private boolean isUnused(long content) {
        return database.one("SELECT 1 FROM photo WHERE content_id = ? LIMIT 1", row -> true, content).isEmpty()
                && database.one("SELECT 1 FROM file WHERE content_id = ? LIMIT 1", row -> true, content).isEmpty()
                && database.one("SELECT 1 FROM departed WHERE content_id = ? LIMIT 1", row -> true, content).isEmpty();
    }

    /// Remembers contents that belong to no photo: companions have left with theirs, or files went before the run that
    /// encoded them had ended. Only while nothing is pending, which may yet become their photo.
    public void addUnclaimed() {
        database.update(
                """
                INSERT INTO departed (content_id, directory, name, left_ms) SELECT c.id, '', '', ? FROM content c
                WHERE NOT EXISTS (SELECT 1 FROM file WHERE state = 'pending')
                AND NOT EXISTS (SELECT 1 FROM photo WHERE content_id = c.id)
                AND NOT EXISTS (SELECT 1 FROM file WHERE content_id = c.id)
                AND NOT EXISTS (SELECT 1 FROM departed WHERE content_id = c.id)""", clock.millis());
    }

    /// How many photos are remembered about which the user had decided something.
    public long countDecided() {
        return database.one("SELECT COUNT(DISTINCT departed_id) FROM departed_tag", row -> row.getLong(1))
                .orElseThrow();
    }
}
