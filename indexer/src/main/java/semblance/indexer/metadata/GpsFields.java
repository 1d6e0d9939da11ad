package semblance.indexer.metadata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.GpsDirectory;
import org.jspecify.annotations.Nullable;

/// What EXIF's GPS directory says.
final class GpsFields {
    private final Directory directory;

    /// @param directory holds the tags of [GpsDirectory]
    GpsFields(Directory directory) {
        this.directory = directory;
    }

    Optional<GeoPoint> place() {
        double latitude = degrees(GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, "S");
        double longitude = degrees(GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, "W");
        Double altitude = ExifFields.number(directory.getObject(GpsDirectory.TAG_ALTITUDE))
                .map(height -> isBelowSea() ? -height : height).orElse(null);
        return Double.isNaN(latitude) || Double.isNaN(longitude)
                ? Optional.empty()
                : GeoPoint.written(latitude, longitude, altitude);
    }

    private boolean isBelowSea() {
        return ExifFields.number(directory.getObject(GpsDirectory.TAG_ALTITUDE_REF)).filter(sign -> sign == 1)
                .isPresent();
    }

    private double degrees(int tag, int reference, String negative) {
        Rational[] parts = directory.getRationalArray(tag);
        if (parts == null || parts.length == 0) {
            return Double.NaN;
        }
        double degrees = sexagesimal(parts, true);
        boolean other = text(reference).toUpperCase(Locale.ROOT).startsWith(negative);
        return other ? -Math.abs(degrees) : degrees;
    }

    /// @param lenient whether 0/0 is taken for 0 after the first part, as some devices write it
    private static double sexagesimal(Rational[] parts, boolean lenient) {
        double sum = 0;
        for (int i = 0; i < Math.min(3, parts.length); i++) {
            double part = parts[i].doubleValue();
            if (!Double.isFinite(part) && (i == 0 || !lenient || parts[i].getNumerator() != 0)) {
                return Double.NaN;
            }
            sum += Double.isFinite(part) ? part / Math.pow(60, i) : 0;
        }
        return sum;
    }

    /// When the satellites' signal was received.
    Optional<Instant> time() {
        Rational[] clock = directory.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
        if (clock == null || clock.length < 3) {
            return Optional.empty();
        }
        double hours = sexagesimal(clock, false);
        return TimeText.read(text(GpsDirectory.TAG_DATE_STAMP)).filter(_ -> hours >= 0 && hours < 24)
                .map(day -> day.local().toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant()
                        .plusSeconds(Math.round(hours * 3600)));
    }

    private String text(int tag) {
        @Nullable
        Object value = directory.getObject(tag);
        return value instanceof StringValue text ? WrittenText.of(text.getBytes()) : "";
    }
}
