package semblance.indexer.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The photos in an order to look at them.
public final class PhotoListing {
    private final Database database;

    PhotoListing(Database database) {
        this.database = database;
    }

    /// The photos that can be looked at, those taken last first.
    ///
    /// @param after the last one seen, [ListedPhoto#START] to begin
    public List<ListedPhoto> newestFirst(ListedPhoto after, int limit) {
        return database.list("""
                             SELECT id, taken_ms FROM photo p
                             WHERE (taken_ms, id) < (?, ?)
                             AND EXISTS (SELECT 1 FROM file WHERE photo_id = p.id AND state = 'indexed')
                             ORDER BY taken_ms DESC, id DESC LIMIT ?""",
                row -> new ListedPhoto(row.getLong(1), row.getLong(2)), after.takenMs(), after.photoId(), limit);
    }

    /// The first of some photos, those taken last first.
    ///
    /// @return as many as wanted at most, and each once
    public List<ListedPhoto> newestOf(PhotoSet photos, int limit) {
        return database.list("""
                             SELECT id, taken_ms FROM photo p
                             WHERE EXISTS (SELECT 1 FROM file WHERE photo_id = p.id AND state = 'indexed')
                             ORDER BY taken_ms DESC, id DESC""",
                row -> new ListedPhoto(row.getLong(1), row.getLong(2)))
                .stream().filter(photo -> photos.test(photo.photoId())).limit(limit).toList();
    }

    /// What the catalog knows of a photo that is a video; none for pictures, and for an id that is gone.
    public Optional<KnownVideo> video(long photoId) {
        return database.one("""
                            SELECT duration_ms FROM photo p JOIN content c ON c.id = p.content_id
                            WHERE p.id = ? AND c.format = 'video'""",
                row -> new KnownVideo(Optional.of(Duration.ofMillis(row.getLong(1))).filter(known -> !known.isZero())),
                photoId);
    }

    /// What a photo shows, as its thumbnail is named; none for an id that is gone.
    public Optional<String> fingerprintHex(long photoId) {
        return database.one("SELECT LOWER(HEX(fingerprint)) FROM photo p JOIN content c ON c.id = p.content_id"
                + " WHERE p.id = ?", row -> row.getString(1), photoId);
    }
}
