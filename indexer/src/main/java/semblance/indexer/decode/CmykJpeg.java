package semblance.indexer.decode;

import java.awt.image.Raster;

import semblance.model.RgbImage;

/// JPEGs of four inks, as printers get them. Adobe's programs store inks inverted (255 is no ink) and say so with a
/// segment of their own, which OpenCV takes for granted; so the inks are read by ImageIO and mixed here, without an ICC
/// profile.
final class CmykJpeg {
    private static final int YCCK = 2;

    private final ImageIoReader imageIo;

    CmykJpeg(ImageIoReader imageIo) {
        this.imageIo = imageIo;
    }

    RgbImage decode(byte[] content) throws DecodeException {
        int transform = JpegStructure.read(content).transform();
        Raster raster = imageIo.raster(PhotoFormat.JPEG, content);
        if (raster.getNumBands() != 4) {
            throw Failures.damaged();
        }
        int width = raster.getWidth();
        byte[] pixels = new byte[3 * width * raster.getHeight()];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int[] row = raster.getPixels(0, y, width, 1, (int[]) null);
            for (int source = 0; source < row.length; source += 4, target += 3) {
                if (transform == YCCK) {
                    toInks(row, source);
                } else if (transform == JpegStructure.NO_ADOBE_SEGMENT) {
                    invert(row, source);
                }
                for (int ink = 0; ink < 3; ink++) {
                    pixels[target + ink] = Colours.through(row[source + ink], row[source + 3]);
                }
            }
        }
        return new RgbImage(width, raster.getHeight(), pixels);
    }

    /// Undoes the luma-chroma transform (ITU-R BT.601, full range) that hides cyan, magenta and yellow.
    private static void toInks(int[] row, int at) {
        double luma = row[at];
        double blue = row[at + 1] - 128;
        double red = row[at + 2] - 128;
        row[at] = 255 - round(luma + 1.402 * red);
        row[at + 1] = 255 - round(luma - 0.344136 * blue - 0.714136 * red);
        row[at + 2] = 255 - round(luma + 1.772 * blue);
    }

    private static int round(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }

    private static void invert(int[] row, int at) {
        for (int ink = at; ink < at + 4; ink++) {
            row[ink] = 255 - row[ink];
        }
    }
}
