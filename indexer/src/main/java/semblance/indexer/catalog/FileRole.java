package semblance.indexer.catalog;

import java.util.Locale;

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

    /// The role of a file.
    ///
    /// @param format by its content, as the catalog names it, empty if that is not known
    static FileRole of(String format, String name) {
        return switch (format) {
            // Cameras lay a small JPEG of that name beside each video, for their own screen.
            case "jpeg", "heif" -> name.toLowerCase(Locale.ROOT).endsWith(".thm") ? ALONE : DEVELOPED;
            case "raw" -> RAW;
            case "video" -> VIDEO;
            default -> ALONE;
        };
    }
}
