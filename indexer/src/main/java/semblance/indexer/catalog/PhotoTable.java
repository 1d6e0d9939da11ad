package semblance.indexer.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The photos: what tags and ratings belong to, whichever file and content they have at the time.
public final class PhotoTable {
    private final Database database;
    private final RevisionLog log;
    private final Clock clock;

    PhotoTable(Database database, RevisionLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /// Adds a photo.
    ///
    /// @return its id, never used before
    public long add(long contentId) {
        return database.returning(
                "INSERT INTO photo (content_id, added_ms, vector_revision) VALUES (?, ?, ?) RETURNING id",
                contentId, clock.millis(), log.next());
    }

    /// Gives a photo the content that its file has now.
    public void setContent(long photoId, long contentId) {
        departures().addContentOf(photoId);
        database.update("UPDATE photo SET content_id = ?, vector_revision = ? WHERE id = ?", contentId, log.next(),
                photoId);
    }

    /// Notes that a photo's file cannot be read as a picture at present.
    public void clearContent(long photoId) {
        departures().addContentOf(photoId);
        database.update("UPDATE photo SET content_id = NULL, vector_revision = ? WHERE id = ?", log.next(), photoId);
    }

    public Optional<Long> contentOf(long photoId) {
        return database.one("SELECT content_id FROM photo WHERE id = ? AND content_id IS NOT NULL",
                row -> row.getLong(1),
                photoId);
    }

    /// Adds a photo that was part of another one until now: what the user has decided about that holds for both.
    public long addFrom(long other, long contentId) {
        long photo = add(contentId);
        tags().unite(photo, other);
        return photo;
    }

    /// Deletes a photo that has become part of another one, which takes over what the user has decided about it.
    void absorb(long photoId, long other) {
        tags().unite(photoId, other);
        database.update("DELETE FROM photo WHERE id = ?", other);
        log.bury(other);
    }

    /// Deletes a photo, which [DepartureTable] remembers for some time; a tombstone tells the views. A file that it has still
    /// is a photo no more.
    public void delete(long photoId) {
        departures().add(photoId);
        database.update("UPDATE file SET photo_id = NULL, content_id = NULL, companion = 0 WHERE photo_id = ?",
                photoId);
        database.update("DELETE FROM photo WHERE id = ?", photoId);
        log.bury(photoId);
    }

    private TagTable tags() {
        return new TagTable(database, log, clock);
    }

    private DepartureTable departures() {
        return new DepartureTable(database, log, clock);
    }

    /// Where photos are.
    ///
    /// @return the absolute path of the file that stands for each photo, by photo id; none for an id that is gone
    public Map<Long, Path> paths(Collection<Long> photoIds) {
        Map<Long, Path> paths = new HashMap<>();
        for (long photoId : photoIds) {
            database.one("""
                         SELECT o.path, f.directory, f.name FROM file f JOIN folder o ON o.id = f.folder_id
                         WHERE f.photo_id = ? AND f.companion = 0""",
                    row -> Path.of(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3)), photoId)
                    .ifPresent(path -> paths.put(photoId, path));
        }
        return paths;
    }

    /// How many photos have an embedding in a space: as many as the space's view must hold.
    public long countWithEmbedding(long spaceId) {
        return database
                .one("""
                     SELECT COUNT(*) FROM photo p JOIN embedding e
                     ON e.content_id = p.content_id AND e.space_id = ? AND e.part = 0""", row -> row.getLong(1),
                        spaceId)
                .orElseThrow();
    }
}
