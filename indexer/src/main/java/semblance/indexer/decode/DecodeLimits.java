package semblance.indexer.decode;

/// What a file may ask of the decoder.
///
/// @param maxPixels of the whole photo, whatever the scale it is decoded at; at most [#MOST_PIXELS]
/// @param maxBytes  of the file
public record DecodeLimits(long maxPixels, long maxBytes) {
    /// As many RGB pixels as one Java array holds.
    public static final long MOST_PIXELS = (Integer.MAX_VALUE - 8) / 3;

    /// 250 million pixels (no camera's single shot has more) in 512 MiB.
    public static final DecodeLimits DEFAULT = new DecodeLimits(250_000_000, 512L << 20);

    /// 8192 × 8192: more than any camera films. A decoder holds many frames at a time.
    private static final long MOST_VIDEO_PIXELS = 1L << 26;

    public DecodeLimits {
        if (maxPixels < 1 || maxPixels > MOST_PIXELS || maxBytes < 1) {
            throw new IllegalArgumentException("not usable limits: " + maxPixels + " pixels, " + maxBytes + " bytes");
        }
    }

    /// The same for a frame of a video.
    DecodeLimits ofVideos() {
        return new DecodeLimits(Math.min(maxPixels, MOST_VIDEO_PIXELS), maxBytes);
    }

    void checkBytes(int length) throws DecodeException {
        if (length > maxBytes) {
            throw new DecodeException(DecodeException.Reason.TOO_LARGE, "The file is larger than "
                    + (maxBytes >> 20) + " MiB, more than this version opens as a picture.");
        }
    }

    void checkPixels(int width, int height) throws DecodeException {
        if ((long) width * height > maxPixels) {
            throw new DecodeException(DecodeException.Reason.TOO_LARGE, "The picture claims " + width + " × "
                    + height + " pixels; more than " + maxPixels / 1_000_000 + " million are not decoded.");
        }
    }
}
