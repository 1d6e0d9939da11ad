package semblance.app.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

/// Photos that tests draw.
public final class DrawnPhotos {
    private DrawnPhotos() {
    }

    /// A plain of one colour under a sky of another, with a disc between them: pictures that differ for an encoder.
    public static BufferedImage landscape(Color sky, Color plain, Color disc) {
        BufferedImage image = new BufferedImage(240, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(sky);
        graphics.fillRect(0, 0, 240, 100);
        graphics.setColor(plain);
        graphics.fillRect(0, 100, 240, 80);
        graphics.setColor(disc);
        graphics.fillOval(80, 50, 60, 60);
        graphics.dispose();
        return image;
    }

    /// One of a row of landscapes that all differ.
    public static BufferedImage landscape(int number) {
        return landscape(Color.getHSBColor(number * 0.37f, 0.7f, 0.9f), Color.getHSBColor(number * 0.61f, 0.8f, 0.6f),
                Color.getHSBColor(number * 0.17f, 0.9f, 1));
    }

    /// Writes some into a folder, as `photo0.jpg`, `photo1.jpg` and so on.
    public static Path fill(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int number = 0; number < count; number++) {
            Files.write(folder.resolve("photo" + number + ".jpg"), encoded(landscape(number), "jpeg"));
        }
        return folder;
    }

    public static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    /// A JPEG that opens, but of which libjpeg complains: there are bytes before its end that belong to nothing.
    public static byte[] garbledJpeg() throws IOException {
        byte[] whole = encoded(landscape(1), "jpeg");
        byte[] garbled = Arrays.copyOf(whole, whole.length + 100);
        Arrays.fill(garbled, whole.length - 2, garbled.length - 2, (byte) 0x55);
        garbled[garbled.length - 2] = whole[whole.length - 2];
        garbled[garbled.length - 1] = whole[whole.length - 1];
        return garbled;
    }

    /// The beginning of a JPEG, in which there is nothing of the picture.
    public static byte[] truncatedJpeg() throws IOException {
        return Arrays.copyOf(encoded(landscape(2), "jpeg"), 300);
    }

    /// The first half of a JPEG, in which there is half of the picture.
    public static byte[] halfJpeg() throws IOException {
        byte[] whole = encoded(landscape(2), "jpeg");
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
