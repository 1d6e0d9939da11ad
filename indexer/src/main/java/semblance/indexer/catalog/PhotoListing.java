package semblance.indexer.catalog;

import java.util.List;
import java.util.Optional;

/// The photos in an order to look at them.
public final class PhotoListing {
    private final Database database;

    PhotoListing(Database database) {
        this.database = database;
    }

    /// The photos that can be looked at, those with the youngest files first.
    ///
    /// @param after the last one seen, [ListedPhoto#START] to begin
    public List<ListedPhoto> newestFirst(ListedPhoto after, int limit) {
        return database.list("""
                             SELECT photo_id, modified_ns FROM file
                             WHERE state = 'indexed' AND companion = 0 AND (modified_ns, photo_id) < (?, ?)
                             ORDER BY modified_ns DESC, photo_id DESC LIMIT ?""",
                row -> new ListedPhoto(row.getLong(1), row.getLong(2)), after.modifiedNs(), after.photoId(), limit);
    }

    /// The first of some photos, those with the youngest files first.
    ///
    /// @return as many as wanted at most, and each once
    public List<ListedPhoto> newestOf(PhotoSet photos, int limit) {
        return database.list("""
                             SELECT p.id, MAX(%s) FROM file f JOIN photo p ON p.id = f.photo_id
                             WHERE f.state = 'indexed' AND f.companion = 0 GROUP BY p.id ORDER BY 2 DESC, 1 DESC"""
                .formatted(FileStat.SQL_MODIFIED), row -> new ListedPhoto(row.getLong(1), row.getLong(2)),
                FileStat.UNSETTLED)
                .stream().filter(photo -> photos.test(photo.photoId())).limit(limit).toList();
    }

    /// What a photo shows, as its thumbnail is named; none for an id that is gone.
    public Optional<String> fingerprintHex(long photoId) {
        return database.one("SELECT LOWER(HEX(fingerprint)) FROM photo p JOIN content c ON c.id = p.content_id"
                + " WHERE p.id = ?", row -> row.getString(1), photoId);
    }
}
