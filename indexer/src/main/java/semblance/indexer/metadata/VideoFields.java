package semblance.indexer.metadata;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.metadata.QuickTimeMetadataDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import org.jspecify.annotations.Nullable;

/// What the container of a QuickTime or MP4 video says: its header counts in seconds of UTC, and what phones add to that
/// states the local time and its offset.
final class VideoFields {
    /// ISO 6709, in degrees: latitude, longitude and perhaps altitude.
    private static final Pattern PLACE = Pattern
            .compile("([+-]\\d{1,2}(?:\\.\\d+)?)([+-]\\d{1,3}(?:\\.\\d+)?)([+-]\\d+(?:\\.\\d+)?)?.*");

    private static final Instant FIRST_QUICKTIME = Instant.parse("1991-01-01T00:00:00Z");

    private final Metadata metadata;

    VideoFields(Metadata metadata) {
        this.metadata = metadata;
    }

    /// The local time that a phone has written.
    Optional<TimeText.Written> written() {
        return TimeText.read(text(QuickTimeMetadataDirectory.TAG_CREATION_DATE));
    }

    /// The time of the header, when recording began or the file was made. Programs that do not know it write the beginning
    /// of 1904, from which the field counts.
    Optional<Date> header() {
        return Stream.concat(dates(QuickTimeDirectory.class, QuickTimeDirectory.TAG_CREATION_TIME),
                dates(Mp4Directory.class, Mp4Directory.TAG_CREATION_TIME))
                .filter(date -> date.toInstant().isAfter(FIRST_QUICKTIME)).findFirst();
    }

    private <T extends Directory> Stream<Date> dates(Class<T> kind, int tag) {
        return directories(kind).map(directory -> directory.getDate(tag)).flatMap(Stream::ofNullable);
    }

    String camera() {
        return CameraName.of(orEmpty(text(QuickTimeMetadataDirectory.TAG_MAKE)),
                orEmpty(text(QuickTimeMetadataDirectory.TAG_MODEL)));
    }

    Optional<GeoPoint> place() {
        Matcher place = PLACE.matcher(orEmpty(text(QuickTimeMetadataDirectory.TAG_LOCATION_ISO6709)).strip());
        return place.matches()
                ? GeoPoint.written(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2)),
                        place.group(3) == null ? null : Double.valueOf(place.group(3)))
                : directories(Mp4Directory.class).flatMap(VideoFields::place).findFirst();
    }

    private static Stream<GeoPoint> place(Mp4Directory directory) {
        Double latitude = directory.getDoubleObject(Mp4Directory.TAG_LATITUDE);
        Double longitude = directory.getDoubleObject(Mp4Directory.TAG_LONGITUDE);
        return latitude == null || longitude == null
                ? Stream.empty()
                : GeoPoint.written(latitude, longitude, null).stream();
    }

    Annotations annotations() {
        return new Annotations(null, orEmpty(text(QuickTimeMetadataDirectory.TAG_TITLE)),
                orEmpty(text(QuickTimeMetadataDirectory.TAG_DESCRIPTION)), List.of(), List.of());
    }

    private @Nullable String text(int tag) {
        return directories(QuickTimeMetadataDirectory.class).map(directory -> directory.getString(tag))
                .flatMap(Stream::ofNullable).findFirst().orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <T extends Directory> Stream<T> directories(Class<T> kind) {
        return StreamSupport.stream(metadata.getDirectoriesOfType(kind).spliterator(), false);
    }
}
