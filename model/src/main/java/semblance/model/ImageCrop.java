package semblance.model;

/// A picture cut to the square that an image tower takes, still 8 bits per channel: interleaved RGB, `[size, size, 3]`.
/// A quarter of the floats' size, so that many may wait for the encoder.
///
/// @param size   edge in pixels
/// @param pixels exactly `3 * size * size` bytes, shared
@SuppressWarnings("ArrayRecordComponent") // as RgbImage
public record ImageCrop(int size, byte[] pixels) {
    public ImageCrop {
        if (size < 1 || pixels.length != 3 * size * size) {
            throw new IllegalArgumentException(pixels.length + " bytes are not a crop of edge " + size);
        }
    }
}
