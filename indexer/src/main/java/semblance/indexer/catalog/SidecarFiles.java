package semblance.indexer.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.metadata.SidecarMetadata;

/// Which sidecar belongs to which photo: `a.jpg.xmp` or else `a.xmp` to `a.jpg`, in the same directory. Lightroom and its kin
/// write the one, darktable and digiKam the other; one that names the very file is the more certain.
public final class SidecarFiles {
    private static final String EXTENSION = ".xmp";

    private final Database database;
    private final MetadataTable metadata;

    SidecarFiles(Database database, MetadataTable metadata) {
        this.database = database;
        this.metadata = metadata;
    }

    /// Whether a file of this name is a sidecar.
    public static boolean isSidecar(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && name.length() > EXTENSION.length();
    }

    /// Notes what a sidecar says; the photos beside it change by that.
    public void put(long fileId, SidecarMetadata read) {
        metadata.putSidecar(fileId, read);
        photosBeside(fileId).forEach(this::changed);
    }

    /// Forgets what a file said that is about to go, or is no sidecar any more.
    public void forget(long fileId) {
        if (database.update("DELETE FROM sidecar WHERE file_id = ?", fileId) > 0) {
            database.list("SELECT id FROM photo WHERE sidecar_id = ?", row -> row.getLong(1), fileId)
                    .forEach(this::changed);
        }
    }

    /// Notes what a content says; the photos that have it change by that.
    public void putContent(long contentId, PhotoMetadata read) {
        metadata.put(contentId, read);
        database.list("SELECT id FROM photo WHERE content_id = ?", row -> row.getLong(1), contentId)
                .forEach(this::changed);
    }

    /// Notes that a photo has another content, file or sidecar, or its file another name or time.
    public void changed(long photoId) {
        metadata.decide(photoId, sidecarOf(photoId).orElse(null));
    }

    private Optional<Long> sidecarOf(long photoId) {
        return database.one("""
                            SELECT s.file_id FROM file f JOIN file x ON x.folder_id = f.folder_id
                                AND x.directory = f.directory AND x.name IN (
                                    f.name || '.xmp', f.name || '.XMP', %1$s || '.xmp', %1$s || '.XMP')
                            JOIN sidecar s ON s.file_id = x.id
                            WHERE f.photo_id = ? ORDER BY LENGTH(x.name) DESC, x.name DESC, f.id LIMIT 1"""
                .formatted(stem("f.name")), row -> row.getLong(1), photoId);
    }

    /// A name without its extension, in SQL.
    private static String stem(String name) {
        return "RTRIM(RTRIM(%1$s, REPLACE(%1$s, '.', '')), '.')".formatted(name);
    }

    private List<Long> photosBeside(long fileId) {
        return database.list(
                """
                SELECT DISTINCT f.photo_id FROM file x JOIN file f
                ON f.folder_id = x.folder_id AND f.directory = x.directory
                WHERE x.id = ? AND f.photo_id IS NOT NULL
                AND f.name >= %1$s AND f.name < %1$s || '/' -- which follows the dot
                AND (f.name = %1$s OR SUBSTR(f.name, 1, LENGTH(%1$s) + 1) = %1$s || '.')""".formatted(stem("x.name")),
                row -> row.getLong(1), fileId);
    }
}
