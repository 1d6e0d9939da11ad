package semblance.indexer.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import semblance.indexer.metadata.Annotations;
import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.CaptureTimeRules;
import semblance.indexer.metadata.Exposure;
import semblance.indexer.metadata.GeoPoint;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.metadata.SidecarMetadata;
import semblance.indexer.metadata.TimeSource;

/// What contents and sidecars say, and what of it counts for each photo. Contents have it once, whichever photos have them;
/// what counts is decided anew ([#decide]) whenever a photo's content, file or sidecar has become another one.
public final class MetadataTable {
    private final Database database;
    private final RevisionLog log;
    private final CaptureTimeRules rules;

    MetadataTable(Database database, RevisionLog log, CaptureTimeRules rules) {
        this.database = database;
        this.log = log;
        this.rules = rules;
    }

    /// Whether a content has been read by a program that reads as much as this one.
    public boolean has(long contentId) {
        return database.one("SELECT 1 FROM metadata WHERE content_id = ? AND reader_version >= ?", row -> true,
                contentId, MetadataReader.VERSION).isPresent();
    }

    /// Notes what a content says. Its photos do not change by that alone.
    public void put(long contentId, PhotoMetadata read) {
        CaptureTime taken = read.taken().orElse(null);
        GeoPoint place = read.place().orElse(null);
        Annotations written = read.annotations();
        database.update(
                "INSERT OR REPLACE INTO metadata VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                contentId, MetadataReader.VERSION, taken == null ? null : taken.localMs(),
                taken == null ? null : taken.offsetMinutes().orElse(null),
                taken == null ? null : taken.source().word(), read.camera(), read.lens(),
                read.exposure().seconds(), read.exposure().fNumber(), read.exposure().focalLength(),
                read.exposure().focalLength35(), read.exposure().iso(), place == null ? null : place.latitude(),
                place == null ? null : place.longitude(), place == null ? null : place.altitude(),
                written.rating(), written.title(), written.description(), lines(written.keywords()),
                lines(written.hierarchy()));
    }

    /// Notes what a sidecar says.
    void putSidecar(long fileId, SidecarMetadata read) {
        CaptureTime taken = read.taken().orElse(null);
        GeoPoint place = read.place().orElse(null);
        Annotations written = read.annotations();
        database.update("INSERT OR REPLACE INTO sidecar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", fileId,
                taken == null ? null : taken.localMs(), taken == null ? null : taken.offsetMinutes().orElse(null),
                place == null ? null : place.latitude(), place == null ? null : place.longitude(),
                place == null ? null : place.altitude(), written.rating(), written.title(), written.description(),
                lines(written.keywords()), lines(written.hierarchy()));
    }

    /// Decides what counts for a photo, and notes that it has changed.
    ///
    /// @param sidecarId file of its sidecar, null for none
    void decide(long photoId, @Nullable Long sidecarId) {
        Optional<Stated> content = database.one("""
                                                SELECT m.taken_ms, m.taken_offset, m.latitude, m.longitude, m.altitude,
                                                       m.rating, m.taken_source
                                                FROM photo p JOIN metadata m ON m.content_id = p.content_id
                                                WHERE p.id = ?""",
                row -> new Stated(taken(row, row.getString(7)), place(row), whole(row, 6)), photoId);
        Optional<Stated> sidecar = database.one("""
                                                SELECT taken_ms, taken_offset, latitude, longitude, altitude, rating
                                                FROM sidecar WHERE file_id = ?""",
                row -> new Stated(taken(row, TimeSource.SIDECAR.word()), place(row), whole(row, 6)), sidecarId);
        Optional<CaptureTime> taken = database.one("""
                                                   SELECT f.name, %s FROM photo p JOIN file f ON f.photo_id = p.id
                                                   WHERE p.id = ? AND f.companion = 0"""
                .formatted(FileStat.SQL_MODIFIED),
                row -> rules.decide(content.flatMap(Stated::taken), sidecar.flatMap(Stated::taken), row.getString(1),
                        Instant.ofEpochSecond(Math.floorDiv(row.getLong(2), 1_000_000_000L),
                                Math.floorMod(row.getLong(2), 1_000_000_000L))),
                FileStat.UNSETTLED, photoId);
        if (taken.isEmpty()) {
            return; // a photo without a file is about to leave, or to be given another one
        }
        Optional<GeoPoint> place = sidecar.flatMap(Stated::place).or(() -> content.flatMap(Stated::place));
        Optional<Integer> rating = sidecar.flatMap(Stated::rating).or(() -> content.flatMap(Stated::rating));
        database.update("""
                        UPDATE photo SET taken_ms = ?, taken_offset = ?, taken_source = ?, rating = ?, latitude = ?,
                            longitude = ?, sidecar_id = ?, metadata_revision = ? WHERE id = ?""",
                taken.get().localMs(), taken.get().offsetMinutes().orElse(null), taken.get().source().word(),
                rating.orElse(null), place.map(GeoPoint::latitude).orElse(null),
                place.map(GeoPoint::longitude).orElse(null), sidecarId, log.next(), photoId);
    }

    private record Stated(Optional<CaptureTime> taken, Optional<GeoPoint> place, Optional<Integer> rating) {
    }

    private static Optional<CaptureTime> taken(ResultSet row, @Nullable String source) throws SQLException {
        long local = row.getLong(1);
        return row.wasNull() || source == null
                ? Optional.empty()
                : Optional.of(CaptureTime.of(local, whole(row, 2), TimeSource.of(source)));
    }

    private static Optional<GeoPoint> place(ResultSet row) throws SQLException {
        Double latitude = real(row, 3);
        Double longitude = real(row, 4);
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(latitude, longitude, real(row, 5)));
    }

    private static Optional<Integer> whole(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static @Nullable Double real(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }

    private static List<String> texts(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }

    /// What is known of a photo; nothing of one that is gone or cannot be read as a picture at present.
    public Optional<PhotoDetails> ofPhoto(long photoId) {
        return database.one("""
                            SELECT p.taken_ms, p.taken_offset, p.latitude, p.longitude,
                                   CASE WHEN s.latitude IS NULL THEN m.altitude ELSE s.altitude END,
                                   p.taken_source, c.format, c.width, c.height, c.size, m.content_id IS NOT NULL,
                                   COALESCE(m.camera, ''), COALESCE(m.lens, ''), m.exposure_s, m.f_number, m.focal_mm,
                                   m.focal_35_mm, m.iso,
                                   m.rating, COALESCE(m.title, ''), COALESCE(m.description, ''),
                                   COALESCE(m.keywords, ''), COALESCE(m.hierarchy, ''),
                                   s.rating, COALESCE(s.title, ''), COALESCE(s.description, ''),
                                   COALESCE(s.keywords, ''), COALESCE(s.hierarchy, '')
                            FROM photo p JOIN content c ON c.id = p.content_id
                            LEFT JOIN metadata m ON m.content_id = c.id LEFT JOIN sidecar s ON s.file_id = p.sidecar_id
                            WHERE p.id = ?""",
                row -> new PhotoDetails(row.getString(7), row.getInt(8), row.getInt(9), row.getLong(10),
                        row.getBoolean(11), taken(row, row.getString(6)).orElseThrow(), row.getString(12),
                        row.getString(13),
                        new Exposure(real(row, 14), real(row, 15), real(row, 16), real(row, 17),
                                whole(row, 18).orElse(null)),
                        place(row), written(row, 24).orElse(written(row, 19))),
                photoId);
    }

    private static Annotations written(ResultSet row, int from) throws SQLException {
        return new Annotations(whole(row, from).orElse(null), row.getString(from + 1), row.getString(from + 2),
                texts(row.getString(from + 3)), texts(row.getString(from + 4)));
    }
}
