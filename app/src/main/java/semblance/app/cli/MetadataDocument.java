package semblance.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.GeoPoint;

/// What a photo says about itself, as JSON; stable from release to release. What is not known is null or empty.
///
/// @param taken       the clock where it was taken, as ISO writes it, with its offset from UTC if that is known
/// @param takenSource where the time comes from, such as exif_original, sidecar, file_name or file_time
/// @param exposure    in seconds
/// @param rating      0 to 5, -1 for rejected
record MetadataDocument(String taken, String takenSource, String camera, String lens, @Nullable Double exposure,
        @Nullable Double fNumber, @Nullable Double focalLength, @Nullable Integer iso, @Nullable Double latitude,
        @Nullable Double longitude, @Nullable Double altitude, @Nullable Integer rating, String title,
        String description, List<String> keywords, String format, int width, int height) {
    static MetadataDocument of(PhotoDetails photo) {
        CaptureTime taken = photo.taken();
        GeoPoint place = photo.place().orElse(null);
        return new MetadataDocument(
                iso(taken),
                taken.source().word(), photo.camera(), photo.lens(), photo.exposure().seconds(),
                photo.exposure().fNumber(), photo.exposure().focalLength(), photo.exposure().iso(),
                place == null ? null : place.latitude(), place == null ? null : place.longitude(),
                place == null ? null : place.altitude(), photo.annotations().rating(), photo.annotations().title(),
                photo.annotations().description(), photo.annotations().keywords(), photo.format(), photo.width(),
                photo.height());
    }

    /// A clock's time as ISO writes it, with its offset from UTC if that is known.
    static String iso(CaptureTime taken) {
        return taken.offset()
                .map(offset -> taken.local().atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .orElseGet(() -> taken.local().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }
}
