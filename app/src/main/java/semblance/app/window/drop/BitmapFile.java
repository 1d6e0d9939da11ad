package semblance.app.window.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture of the screen as a Windows bitmap of 24 bits: the one format whose writing is a header and the pixels.
/// Transparent parts lie on white.
final class BitmapFile {
    private static final int HEADER = 54;
    private static final int INFO_HEADER = 40;
    private static final short BITS = 24;

    private BitmapFile() {
    }

    static void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        int stride = (3 * width + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(HEADER + stride * height).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(HEADER);
        out.putInt(INFO_HEADER).putInt(width).putInt(height).putShort((short) 1).putShort(BITS);
        for (int row = height - 1; row >= 0; row--) {
            out.position(HEADER + (height - 1 - row) * stride);
            for (int column = 0; column < width; column++) {
                int pixel = argb[row * width + column];
                int alpha = pixel >>> 24;
                out.put(onWhite(pixel, alpha)).put(onWhite(pixel >> 8, alpha)).put(onWhite(pixel >> 16, alpha));
            }
        }
        Files.write(file, out.array());
    }

    private static byte onWhite(int channel, int alpha) {
        return (byte) (((channel & 0xff) * alpha + 255 * (255 - alpha)) / 255);
    }
}
