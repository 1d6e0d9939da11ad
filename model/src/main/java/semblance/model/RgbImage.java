package semblance.model;

/// An upright picture in memory: 8 bits per channel, interleaved RGB, rows from top to bottom without padding, so that
/// the red value of pixel (x, y) is `pixels[3 * (y * width + x)]`.
///
/// The array is shared, not copied: a decoded photo is large and passes through one thread at a time. Who hands it on
/// does not write to it any more.
///
/// @param width  in pixels, at least 1
/// @param height in pixels, at least 1
/// @param pixels exactly `3 * width * height` bytes
@SuppressWarnings("ArrayRecordComponent") // a carrier of megabytes: identity is all the equality it needs
public record RgbImage(int width, int height, byte[] pixels) {
    public RgbImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("not a picture size: " + width + "x" + height);
        }
        if (pixels.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes are not " + width + "x" + height + " RGB pixels");
        }
    }
}
