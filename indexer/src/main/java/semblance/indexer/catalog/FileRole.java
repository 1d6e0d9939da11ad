package semblance.indexer.catalog;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// What a file can be to the other files of its photo. The first of them that a photo has stands for it: is shown, searched
/// by and opened.
public enum FileRole {
    /// A picture as a camera or phone has developed it: JPEG, HEIC.
    DEVELOPED,
    /// The sensor's data.
    RAW,
    /// The moving part of a Live Photo.
    VIDEO,
    /// A picture that is a photo on its own.
    ALONE;

    private static final long LONGEST_MOVING_PHOTO_MS = 10_000;

    /// The role of a file.
    ///
    /// @param format   by its content, as the catalog names it, empty if that is not known
    /// @param duration of a video, in milliseconds; null if it is not known
    static FileRole of(String format, String name, @Nullable Long duration) {
        return switch (format) {
            // Cameras lay a small JPEG of that name beside each video, for their own screen.
            case "jpeg", "heif" -> name.toLowerCase(Locale.ROOT).endsWith(".thm") ? ALONE : DEVELOPED;
            case "raw" -> RAW;
            // The phones' moving photos take some seconds; a longer one of a picture's name is a film with its cover.
            case EmbeddingTable.VIDEO -> duration != null && duration <= LONGEST_MOVING_PHOTO_MS ? VIDEO : ALONE;
            default -> ALONE;
        };
    }
}
