package semblance.indexer.testing;

import java.util.Random;

import semblance.model.RgbImage;

/// Pictures for videos: a colour, with enough in it not to be blank.
public final class DrawnFrames {
    private static final int CELL = 20;

    private DrawnFrames() {
    }

    /// A chequered picture in lighter and darker shades of a colour.
    public static RgbImage chequered(int width, int height, int rgb) {
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double shade = (x / CELL + y / CELL) % 2 == 0 ? 1 : 0.6;
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (y * width + x) + channel] = (byte) (shade * ((rgb >> (8 * (2 - channel))) & 0xff));
                }
            }
        }
        return new RgbImage(width, height, pixels);
    }

    /// One colour.
    public static RgbImage plain(int width, int height, int rgb) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (rgb >> (8 * (2 - i % 3)));
        }
        return new RgbImage(width, height, pixels);
    }

    /// The upper left quarter of one colour, the rest of another: tells how a picture is turned.
    public static RgbImage cornered(int width, int height, int corner, int rest) {
        RgbImage image = plain(width, height, rest);
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    image.pixels()[3 * (y * width + x) + channel] = (byte) (corner >> (8 * (2 - channel)));
                }
            }
        }
        return image;
    }

    /// A picture unlike any other.
    public static RgbImage random(int width, int height, Random random) {
        int[] cells = random.ints((long) (width / CELL + 1) * (height / CELL + 1), 0, 1 << 24).toArray();
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int cell = cells[i / width / CELL * (width / CELL) + i % width / CELL];
            for (int channel = 0; channel < 3; channel++) {
                pixels[3 * i + channel] = (byte) (cell >> (8 * channel));
            }
        }
        return new RgbImage(width, height, pixels);
    }
}
