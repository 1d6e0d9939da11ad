package semblance.model.testing;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import semblance.model.RgbImage;

/// Pictures for tests, without the program's own decoder.
public final class Pictures {
    private Pictures() {
    }

    /// Reads a lossless file. Alpha is dropped: a pixel keeps its colour, however transparent it is.
    public static RgbImage read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /// Reads a lossless file. Alpha is dropped: a pixel keeps its colour, however transparent it is.
    public static RgbImage read(InputStream in) throws IOException {
        BufferedImage image = ImageIO.read(in);
        byte[] pixels = new byte[3 * image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = rgb(image, x, y);
                int at = 3 * (y * image.getWidth() + x);
                pixels[at] = (byte) (rgb >> 16);
                pixels[at + 1] = (byte) (rgb >> 8);
                pixels[at + 2] = (byte) rgb;
            }
        }
        return new RgbImage(image.getWidth(), image.getHeight(), pixels);
    }

    /// A picture of random smooth blobs with noise: neither flat nor white noise, both of which make encoders agree too
    /// easily.
    public static RgbImage random(Random random, int width, int height) {
        double[] waves = random.doubles(12, 0.5, 9).toArray();
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i % 3;
            int row = i / 3 / width;
            double x = (double) (i / 3 % width) / width;
            double y = (double) row / height;
            double wave = Math.sin(waves[channel] * x * 6 + waves[channel + 3])
                    + Math.sin(waves[channel + 6] * y * 6 + waves[channel + 9]);
            pixels[i] = (byte) Math.clamp(Math.round(127 + 55 * wave + 20 * random.nextGaussian()), 0, 255);
        }
        return new RgbImage(width, height, pixels);
    }

    /// Values of grey pictures are taken from the raster: Java takes them for linear light and would brighten them.
    private static int rgb(BufferedImage image, int x, int y) {
        Raster raster = image.getRaster();
        boolean grey = raster.getNumBands() < 3 && !(image.getColorModel() instanceof IndexColorModel);
        return grey ? raster.getSample(x, y, 0) * 0x010101 : image.getRGB(x, y);
    }
}
