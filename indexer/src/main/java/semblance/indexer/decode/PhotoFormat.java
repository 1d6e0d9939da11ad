package semblance.indexer.decode;

/// What a file's first bytes say it is.
public enum PhotoFormat {
    JPEG, PNG, WEBP, GIF, BMP, TIFF, HEIF, AVIF, JPEG_2000, JPEG_XL, RAW, PSD, ICO, TGA, PCX, PNM, OTHER_PICTURE,
    /// A file that may hold moving pictures, or sound alone: only opening it tells.
    VIDEO,
    /// Anything else: text, programs, sound, empty files.
    NOT_A_PICTURE
}
