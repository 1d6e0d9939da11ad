package semblance.indexer.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

import semblance.model.RgbImage;

/// Turns what ImageIO has read into RGB. Samples of grey and RGB pictures are taken as they are: ICC profiles are not
/// applied (as with the other decoders), and the JDK's conversion of grey, which brightens it, is not used. Transparency
/// lies on white.
final class RasterPixels {
    private final Raster raster;
    private final ColorModel colours;

    RasterPixels(Raster raster, ColorModel colours) {
        this.raster = raster;
        this.colours = colours;
    }

    RgbImage toRgb(BufferedImage image) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[3 * width * height];
        int bands = raster.getNumBands();
        boolean direct = colours instanceof ComponentColorModel
                && (isType(ColorSpace.TYPE_GRAY) || (isType(ColorSpace.TYPE_RGB) && bands >= 3));
        for (int y = 0; y < height; y++) {
            if (direct) {
                directRow(y, pixels);
            } else {
                convertedRow(image, y, pixels);
            }
        }
        return new RgbImage(width, height, pixels);
    }

    /// Mixes cyan, magenta, yellow and black, without an ICC profile.
    ///
    /// @param inverted whether 255 stands for no ink
    RgbImage inksToRgb(boolean inverted) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        byte[] pixels = new byte[3 * width * raster.getHeight()];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int[] row = samples(y);
            for (int source = 0; source < row.length; source += bands) {
                for (int ink = 0; ink < 3; ink++) {
                    int colour = inverted ? row[source + ink] : 255 - row[source + ink];
                    int black = inverted ? row[source + 3] : 255 - row[source + 3];
                    pixels[target++] = Colours.through(colour, black);
                }
            }
        }
        return new RgbImage(width, raster.getHeight(), pixels);
    }

    private boolean isType(int type) {
        return colours.getColorSpace().getType() == type;
    }

    private void directRow(int y, byte[] pixels) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] row = samples(y);
        boolean grey = isType(ColorSpace.TYPE_GRAY);
        boolean alpha = colours.hasAlpha() && bands == (grey ? 2 : 4);
        boolean premultiplied = colours.isAlphaPremultiplied();
        int target = 3 * y * width;
        for (int source = 0; source < row.length; source += bands) {
            int opacity = alpha ? row[source + bands - 1] : 255;
            for (int channel = 0; channel < 3; channel++) {
                int value = row[source + (grey ? 0 : channel)];
                pixels[target++] = premultiplied
                        ? (byte) Math.min(255, value + 255 - opacity)
                        : Colours.overWhite(value, opacity);
            }
        }
    }

    /// A row's samples, from 0 to 255 whatever their type.
    private int[] samples(int y) {
        int width = raster.getWidth();
        int type = raster.getTransferType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            double[] row = raster.getPixels(0, y, width, 1, (double[]) null);
            int[] samples = new int[row.length];
            for (int i = 0; i < row.length; i++) {
                samples[i] = (int) Math.clamp(Math.round(row[i] * 255), 0L, 255L);
            }
            return samples;
        }
        int[] row = raster.getPixels(0, y, width, 1, (int[]) null);
        int bands = raster.getNumBands();
        for (int i = 0; i < row.length; i++) {
            int bits = colours.getComponentSize(i % bands);
            // Signed samples below zero are darker than black.
            row[i] = bits >= 31 ? row[i] >>> 24 : Colours.toByte(Math.max(0, row[i]), (1 << bits) - 1);
        }
        return row;
    }

    /// Palettes, packed pixels and rare colour spaces, by the JDK.
    private static void convertedRow(BufferedImage image, int y, byte[] pixels) {
        int width = image.getWidth();
        int[] row = image.getRGB(0, y, width, 1, null, 0, width);
        int target = 3 * y * width;
        for (int argb : row) {
            int alpha = argb >>> 24;
            pixels[target++] = Colours.overWhite(argb >> 16 & 0xff, alpha);
            pixels[target++] = Colours.overWhite(argb >> 8 & 0xff, alpha);
            pixels[target++] = Colours.overWhite(argb & 0xff, alpha);
        }
    }
}
