package semblance.indexer.decode;

import java.util.SplittableRandom;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

/// A photo that nobody took, for measuring: waves of colour under the noise of a sensor, about as large a file as a camera's
/// of as many pixels. The same bytes for the same size.
public final class DrawnJpeg {
    private static final int QUALITY = 90;
    private static final int NOISE = 24;
    private static final double WAVES = 40;
    private static final double MIDDLE = 116;
    private static final double SWING = 55;

    private DrawnJpeg() {
    }

    /// Draws.
    ///
    /// @return a JPEG file
    /// @throws DecodeException if there is not enough memory
    public static byte[] of(int width, int height) throws DecodeException {
        try (PointerScope _ = new PointerScope()) {
            Mat picture = new Mat(height, width, CV_8UC3, new BytePointer(pixels(width, height)));
            BytePointer jpeg = new BytePointer();
            if (!imencode(".jpg", picture, jpeg, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY))) {
                throw new IllegalStateException("OpenCV wrote no JPEG");
            }
            byte[] bytes = new byte[(int) jpeg.limit()];
            jpeg.get(bytes);
            return bytes;
        } catch (RuntimeException e) {
            // JavaCPP turns every C++ exception (cv::Exception, std::bad_alloc) into a bare RuntimeException.
            throw new DecodeException(DecodeException.Reason.TOO_LARGE,
                    "There is not enough memory for a picture of " + width + " × " + height + " pixels.", e);
        }
    }

    private static byte[] pixels(int width, int height) {
        SplittableRandom random = new SplittableRandom(width);
        double[] across = waves(width);
        double[] down = waves(height);
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / 3;
            double value = MIDDLE + SWING * (across[(pixel + i % 3 * width / 5) % width] + down[pixel / width]);
            pixels[i] = (byte) Math.clamp((long) value + random.nextInt(NOISE), 0, 255);
        }
        return pixels;
    }

    private static double[] waves(int length) {
        double[] waves = new double[length];
        for (int i = 0; i < length; i++) {
            waves[i] = Math.sin(WAVES * i / length * i / length);
        }
        return waves;
    }
}
