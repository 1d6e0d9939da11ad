package semblance.indexer.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import javax.imageio.ImageIO;

/// Pictures that differ from each other: coloured shapes drawn from a number.
public final class DrawnPhoto {
    private static final int SHAPES = 12;
    private static final int DNG_VERSION = 0xc612;

    private DrawnPhoto() {
    }

    /// A JPEG file; the same bytes for the same number.
    public static byte[] jpeg(long number) {
        return encoded(number, 320, 240, "jpg");
    }

    /// A raw file: the head of a DNG and a camera's picture; the same bytes for the same number.
    public static byte[] raw(long number) {
        return raw(encoded(number, 96, 64, "jpg"));
    }

    /// A raw file with a picture in it, which may be damaged.
    public static byte[] raw(byte[] jpeg) {
        ByteBuffer head = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949)
                .putShort((short) 42).putInt(8).putShort((short) 1);
        head.putShort((short) DNG_VERSION).putShort((short) 1).putInt(4).putInt(0x401).putInt(0);
        return ByteBuffer.allocate(head.capacity() + jpeg.length).put(head.array()).put(jpeg).array();
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
