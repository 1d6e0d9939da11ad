package semblance.indexer.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.ImageIO;

/// Pictures that differ from each other: coloured shapes drawn from a number.
public final class DrawnPhoto {
    private static final int SHAPES = 12;

    private DrawnPhoto() {
    }

    /// A JPEG file; the same bytes for the same number.
    public static byte[] jpeg(long number) {
        return encoded(number, 320, 240, "jpg");
    }

    /// A file of another size and format.
    public static byte[] encoded(long number, int width, int height, String format) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L + 1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(random.nextInt(0x1000000)));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < SHAPES; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            if (random.nextBoolean()) {
                graphics.fillOval(x - width / 4, y - height / 4, random.nextInt(width) + 1, random.nextInt(height) + 1);
            } else {
                graphics.fillRect(x - width / 4, y - height / 4, random.nextInt(width) + 1, random.nextInt(height) + 1);
            }
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
