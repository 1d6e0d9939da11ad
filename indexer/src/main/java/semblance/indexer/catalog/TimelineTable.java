package semblance.indexer.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.GeoPoint;
import semblance.indexer.metadata.TimeSource;

/// The photos that can be looked at, along the time at which they were taken.
public final class TimelineTable {
    private static final String COLUMNS = """
                                          SELECT p.id, p.taken_ms, p.taken_offset, p.taken_source, p.latitude, p.longitude,
                                                 COALESCE(c.duration_ms, 0)
                                          FROM photo p JOIN content c ON c.id = p.content_id
                                          WHERE EXISTS (SELECT 1 FROM file
                                              WHERE photo_id = p.id AND state = 'indexed' AND companion = 0) AND\s""";

    private final Database database;

    TimelineTable(Database database) {
        this.database = database;
    }

    /// One photo; nothing if it is gone or cannot be looked at.
    public Optional<TakenPhoto> photo(long photoId) {
        return database.one(COLUMNS + "p.id = ?", TimelineTable::read, photoId);
    }

    /// The photos taken within some time by the clocks there, in its order; none that only their files date.
    ///
    /// @param fromMs  as [CaptureTime#localMs()]
    /// @param untilMs the first moment behind it
    public List<TakenPhoto> between(long fromMs, long untilMs) {
        return database.list(COLUMNS + """
                                       p.taken_ms >= ? AND p.taken_ms < ? AND p.taken_source <> ?
                                       ORDER BY p.taken_ms, p.id""",
                TimelineTable::read, fromMs, untilMs, TimeSource.FILE_TIME.word());
    }

    private static TakenPhoto read(ResultSet row) throws SQLException {
        int minutes = row.getInt(3);
        Optional<Integer> offset = row.wasNull() ? Optional.empty() : Optional.of(minutes);
        CaptureTime taken = CaptureTime.of(row.getLong(2), offset, TimeSource.of(row.getString(4)));
        double latitude = row.getDouble(5);
        Optional<GeoPoint> place = row.wasNull()
                ? Optional.empty()
                : Optional.of(new GeoPoint(latitude, row.getDouble(6), null));
        return new TakenPhoto(row.getLong(1), taken, place, row.getLong(7));
    }
}
