package semblance.app.details;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.TimeSource;

/// When a photo was taken, in words.
final class TimeWords {
    private TimeWords() {
    }

    /// As people of a locale write it, with where that comes from if the photo itself does not say.
    static String of(CaptureTime taken, Locale locale) {
        boolean timed = taken.source() != TimeSource.FILE_NAME_DAY;
        DateTimeFormatter format = timed
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        String offset = timed && taken.source().isOwn() ? taken.offset().map(TimeWords::offset).orElse("") : "";
        return taken.local().format(format.withLocale(locale)) + offset + hint(taken.source());
    }

    private static String offset(ZoneOffset offset) {
        return " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId()) + ")";
    }

    private static String hint(TimeSource source) {
        return switch (source) {
            case FILE_NAME, FILE_NAME_DAY -> ", by the file's name";
            case FILE_TIME -> ", when the file was last changed";
            case EXIF_CHANGED -> ", when it was last edited";
            case DIGITIZED -> ", when it was digitised";
            case SIDECAR -> ", by its XMP file";
            case GPS -> ", by GPS";
            case EXIF_ORIGINAL, XMP_ORIGINAL, IPTC, CONTAINER -> "";
        };
    }
}
