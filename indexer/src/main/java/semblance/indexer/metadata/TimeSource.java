package semblance.indexer.metadata;

import java.util.Locale;

/// Where a capture time comes from. In the order in which they are believed: an earlier one wins over a later one.
public enum TimeSource {
    /// An XMP sidecar: the user has set it right there.
    SIDECAR,
    /// EXIF DateTimeOriginal: the shutter.
    EXIF_ORIGINAL,
    /// XMP `exif:DateTimeOriginal` or `photoshop:DateCreated`.
    XMP_ORIGINAL,
    /// IPTC date and time of creation.
    IPTC,
    /// EXIF DateTimeDigitized, or XMP's: of a scan the day it was scanned.
    DIGITIZED,
    /// A video's own container.
    CONTAINER,
    /// The satellites' clock.
    GPS,
    /// Date and time in the file's name.
    FILE_NAME,
    /// A day in the file's name, which says no time of day.
    FILE_NAME_DAY,
    /// EXIF DateTime: the latest change by a program that keeps it.
    EXIF_CHANGED,
    /// When the file was last modified.
    FILE_TIME;

    /// As the catalog and JSON name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The source that has a word.
    public static TimeSource of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether the photo itself, or its sidecar, says so; else it is a guess from the file.
    public boolean isOwn() {
        return switch (this) {
            case FILE_NAME, FILE_NAME_DAY, FILE_TIME -> false;
            default -> true;
        };
    }
}
