package semblance.indexer.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import semblance.model.RgbImage;

/// Pictures that tests draw, encoded with ImageIO, and the bytes that cameras put around them.
final class Drawn {
    private static final int ORIENTATION = 0x0112;

    private Drawn() {
    }

    /// Twelve fields of different colours in four columns and three rows: no turn or mirroring leaves it the same.
    static BufferedImage fields(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                graphics.setColor(new Color(40 + 60 * column, 40 + 90 * row, 40 + 15 * (row * 4 + column)));
                graphics.fillRect(column * width / 4, row * height / 3, width, height);
            }
        }
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Others on the class path write less than the JDK's.
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// A JPEG of the best quality.
    static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(1);
        if (progressive) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        return jpeg(new IIOImage(image, null, null), false);
    }

    static byte[] gif(List<BufferedImage> frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// An EXIF block that holds nothing but an orientation.
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer block = ByteBuffer.allocate(26).order(order);
        block.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
        block.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
        block.putShort((short) orientation).putShort((short) 0).putInt(0);
        return block.array();
    }

    /// Puts a segment behind a JPEG's first two bytes.
    static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + name.length() + data.length);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (2 + name.length() + data.length));
        out.put(name.getBytes(StandardCharsets.ISO_8859_1));
        return out.put(data).put(jpeg, 2, jpeg.length - 2).array();
    }

    static byte[] withExif(byte[] jpeg, byte[] block) {
        return withSegment(jpeg, 0xe1, "Exif\0\0", block);
    }

    /// Red, green and blue of one pixel.
    static List<Integer> pixel(RgbImage image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        byte[] pixels = image.pixels();
        return List.of(pixels[at] & 0xff, pixels[at + 1] & 0xff, pixels[at + 2] & 0xff);
    }

    static List<Integer> pixel(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return List.of(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
