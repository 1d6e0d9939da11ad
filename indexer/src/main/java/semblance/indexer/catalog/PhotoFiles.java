package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Which files are which photo. One of them stands for the photo, which has its content; the others are its companions.
public final class PhotoFiles {
    private static final String SIBLING = """
                                          SELECT f.id, f.name, f.format, COALESCE(f.photo_id, 0),
                                                 COALESCE(f.content_id, 0), f.companion, %s, %s,
                                                 (SELECT duration_ms FROM content WHERE id = f.content_id) FROM file f
                                          """;

    /// A directory in which files may have come together to a photo, or parted.
    ///
    /// @param directory as in `file`
    public record Place(long folderId, String directory) {
    }

    private final Database database;
    private final PhotoTable photos;
    private final SidecarFiles sidecars;

    PhotoFiles(Database database, PhotoTable photos, SidecarFiles sidecars) {
        this.database = database;
        this.photos = photos;
        this.sidecars = sidecars;
    }

    /// What a file held when it was last read as a picture.
    public Optional<Long> contentOf(long fileId) {
        return database.one("SELECT content_id FROM file WHERE id = ? AND content_id IS NOT NULL",
                row -> row.getLong(1), fileId);
    }

    /// Whether the file of any photo has a content.
    public boolean hasContent(long contentId) {
        return database.one("SELECT 1 FROM file WHERE content_id = ? AND photo_id IS NOT NULL LIMIT 1", row -> true,
                contentId).isPresent();
    }

    /// Whether a file is not the only one of its photo.
    public boolean isShared(long photoId) {
        return database.one("SELECT COUNT(*) > 1 FROM file WHERE photo_id = ?", row -> row.getBoolean(1), photoId)
                .orElse(false);
    }

    /// Whether another file stands for the photo of a file.
    public boolean isCompanion(long fileId) {
        return database.one("SELECT companion FROM file WHERE id = ?", row -> row.getBoolean(1), fileId).orElse(false);
    }

    /// Makes a file a photo, or another one. [#stand] has to follow for both photos.
    public void assign(long fileId, long photoId) {
        database.update("UPDATE file SET photo_id = ? WHERE id = ?", photoId, fileId);
        markAll(photoId);
    }

    /// Gives a file the photo and the content that another one has given up.
    public void assign(long fileId, long photoId, Optional<Long> contentId) {
        database.update("UPDATE file SET content_id = ?, companion = 0 WHERE id = ?", contentId.orElse(null), fileId);
        assign(fileId, photoId);
    }

    /// Notes that a file is no photo any more. [#stand] has to follow for the one it was.
    public void release(long fileId) {
        mark(fileId);
        database.update("UPDATE file SET photo_id = NULL, content_id = NULL, companion = 0 WHERE id = ?", fileId);
    }

    /// Notes that a file cannot be read as a picture at present; another file of its photo may stand for it now.
    public void lose(long fileId) {
        database.update("UPDATE file SET content_id = NULL WHERE id = ?", fileId);
        mark(fileId);
        new FileTable(database).photoOf(fileId).ifPresent(this::stand);
    }

    /// Lets the file that suits best stand for a photo, and gives the photo its content and what that says.
    public void stand(long photoId) {
        List<Sibling> files = database.list(SIBLING.formatted("0", "0") + "WHERE f.photo_id = ?", PhotoFiles::sibling,
                photoId).stream().sorted(Sibling.STANDING).toList();
        for (Sibling file : files) {
            boolean companion = !file.equals(files.getFirst());
            if (companion != file.companion()) {
                database.update("UPDATE file SET companion = ? WHERE id = ?", companion ? 1 : 0, file.fileId());
            }
        }
        long content = files.isEmpty() ? 0 : files.getFirst().contentId();
        if (content != photos.contentOf(photoId).orElse(0L)) {
            if (content == 0) {
                photos.clearContent(photoId);
            } else {
                photos.setContent(photoId, content);
            }
        }
        sidecars.changed(photoId);
    }

    /// Where the files of a photo are, absolute: the one that stands for it first.
    public List<Path> paths(long photoId) {
        return database.list("""
                             SELECT o.path, f.directory, f.name FROM file f JOIN folder o ON o.id = f.folder_id
                             WHERE f.photo_id = ? ORDER BY f.companion, f.name""",
                row -> Path.of(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3)), photoId);
    }

    /// Notes that the files beside a file may have come together, or parted.
    public void mark(long fileId) {
        database.update("INSERT OR IGNORE INTO regrouping SELECT folder_id, directory FROM file WHERE id = ?", fileId);
    }

    private void markAll(long photoId) {
        database.update("INSERT OR IGNORE INTO regrouping SELECT folder_id, directory FROM file WHERE photo_id = ?",
                photoId);
    }

    /// The directories marked.
    public List<Place> marked() {
        return database.list("SELECT folder_id, directory FROM regrouping",
                row -> new Place(row.getLong(1), row.getString(2)));
    }

    public void unmark(Place place) {
        database.update("DELETE FROM regrouping WHERE folder_id = ? AND directory = ?", place.folderId(),
                place.directory());
    }

    /// The files of a directory that are pictures, or may be. In the session of a run, after [MissingFiles#clear].
    public List<Sibling> siblings(Place place) {
        return database.list(
                SIBLING.formatted("(SELECT COUNT(*) FROM file o WHERE o.photo_id = f.photo_id)",
                        """
                        EXISTS (SELECT 1 FROM missing m WHERE m.file_id = f.id)
                        OR EXISTS (SELECT 1 FROM file o JOIN missing m ON m.file_id = o.id WHERE o.photo_id = f.photo_id)
                        """)
                        + "WHERE f.folder_id = ? AND f.directory = ? AND f.state <> 'skipped'",
                PhotoFiles::sibling, place.folderId(), place.directory());
    }

    /// Lets the photos that have files in a folder and in others stay with the others.
    void partFrom(long folderId) {
        for (long photo : database.list("""
                                        SELECT DISTINCT f.photo_id FROM file f JOIN file o
                                        ON o.photo_id = f.photo_id AND o.folder_id <> f.folder_id
                                        WHERE f.folder_id = ?""", row -> row.getLong(1), folderId)) {
            database.update("""
                            UPDATE file SET photo_id = NULL, content_id = NULL, companion = 0
                            WHERE photo_id = ? AND folder_id = ?""", photo, folderId);
            stand(photo);
        }
    }

    /// Lets a photo take another's files, and the other one go.
    public void absorb(long photoId, long other) {
        markAll(other);
        database.update("UPDATE file SET photo_id = ?, companion = 1 WHERE photo_id = ?", photoId, other);
        photos.absorb(photoId, other);
        stand(photoId);
    }

    private static Sibling sibling(ResultSet row) throws SQLException {
        long stated = row.getLong(9);
        Long duration = row.wasNull() ? null : stated;
        return new Sibling(row.getLong(1), row.getString(2), FileRole.of(row.getString(3), row.getString(2), duration),
                row.getLong(4), row.getLong(5), row.getBoolean(6), row.getLong(7), row.getBoolean(8));
    }
}
