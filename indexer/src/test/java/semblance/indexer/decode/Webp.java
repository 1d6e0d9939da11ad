package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

/// Encodes WebP, which the JDK cannot write.
final class Webp {
    /// Above 100 means lossless.
    private static final int LOSSLESS = 101;

    private static final int USUAL = 80;

    private Webp() {
    }

    static byte[] lossless(BufferedImage image) {
        return encoded(image, LOSSLESS);
    }

    static byte[] lossy(BufferedImage image) {
        return encoded(image, USUAL);
    }

    private static byte[] encoded(BufferedImage image, int quality) {
        int width = image.getWidth();
        int height = image.getHeight();
        ByteBuffer bgra = ByteBuffer.allocate(4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        bgra.asIntBuffer().put(image.getRGB(0, 0, width, height, null, 0, width));
        try (PointerScope _ = new PointerScope()) {
            BytePointer out = new BytePointer();
            Mat picture = new Mat(height, width, CV_8UC4, new BytePointer(bgra.array()));
            opencv_imgcodecs.imencode(".webp", picture, out,
                    new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality));
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }
}
