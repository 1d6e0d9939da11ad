package semblance.indexer.decode;

/// What a picture says about itself before any pixel is decoded.
///
/// @param format      one that this version decodes
/// @param width       as stored (before turning upright), in pixels, at least 1
/// @param height      as stored, in pixels, at least 1
/// @param orientation how to turn the stored pixels upright
/// @param samples     values per pixel, from 1 (grey, palette) to 4 (with alpha, or CMYK)
/// @param sampleBytes bytes per value in the decoder's memory
/// @param progressive whether the decoder has to keep the whole photo's coefficients, whatever the scale (JPEG)
public record PhotoHeader(PhotoFormat format, int width, int height, Orientation orientation, int samples,
        int sampleBytes, boolean progressive) {

    public PhotoHeader {
        if (width < 1 || height < 1 || samples < 1 || sampleBytes < 1) {
            throw new IllegalArgumentException("not a picture: " + width + "x" + height);
        }
    }

    /// Width of the upright photo.
    public int uprightWidth() {
        return orientation.swapsAxes() ? height : width;
    }

    /// Height of the upright photo.
    public int uprightHeight() {
        return orientation.swapsAxes() ? width : height;
    }

    /// An upper estimate of the bytes that [PhotoDecoder#decode] holds at its peak for these sizes, native memory
    /// included, the file's own bytes not.
    public long decodedBytes(int shortestSide, int longestSide) {
        int scale = scale(shortestSide, longestSide);
        long pixels = (long) Math.ceilDiv(width, scale) * Math.ceilDiv(height, scale);
        if (isDecodedByWorker()) {
            // There: what was decoded, twice while the parts of a grid are put together, at half the samples or less.
            return pixels * 6 + (long) width * height * 3 * sampleBytes;
        }
        int decoder = Math.max(3, samples) * sampleBytes;
        // WebP goes through planes of its own; the others write the picture straight.
        int planes = format == PhotoFormat.WEBP ? 6 : 0;
        int turned = orientation == Orientation.UPRIGHT ? 0 : 3;
        long coefficients = progressive ? 2L * samples * width * height : 0;
        return pixels * (Math.max(decoder + planes, turned) + 3) + coefficients;
    }

    /// The largest power of two, up to 8, by which the decoder may divide the stored size for these sizes.
    int scale(int shortestSide, int longestSide) {
        // Only a JPEG's own transform yields a smaller picture for less work and without aliasing. A worker reduces what it
        // has decoded by means, so that less goes from process to process.
        if (!isDecodedByWorker() && (!isJpeg() || samples > 3)) {
            return 1;
        }
        int scale = 8;
        while (scale > 1
                && (Math.min(width, height) / scale < shortestSide || Math.max(width, height) / scale < longestSide)) {
            scale /= 2;
        }
        return scale;
    }

    /// Or holds one, which is what is decoded of it.
    private boolean isJpeg() {
        return format == PhotoFormat.JPEG || format == PhotoFormat.RAW;
    }

    private boolean isDecodedByWorker() {
        return switch (format) {
            case HEIF, AVIF, JPEG_2000, PSD -> true;
            case JPEG, PNG, WEBP, GIF, BMP, TIFF, JPEG_XL, RAW, ICO, TGA, PCX, PNM, OTHER_PICTURE, VIDEO,
                    NOT_A_PICTURE ->
                false;
        };
    }
}
