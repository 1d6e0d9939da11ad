package semblance.indexer.thumbnail;

import java.io.IOException;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import semblance.model.RgbImage;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

/// Makes the bytes of a thumbnail. Native memory is given back before the call returns. Thread-safe.
final class ThumbnailEncoder {
    /// The longest edge, in pixels: a grid cell on a screen of twice the usual density.
    static final int LONGEST_EDGE = 512;
    private static final int QUALITY = 85;

    byte[] encode(RgbImage image) throws IOException {
        double factor = Math.min(1, (double) LONGEST_EDGE / Math.max(image.width(), image.height()));
        int width = (int) Math.max(1, Math.round(image.width() * factor));
        int height = (int) Math.max(1, Math.round(image.height() * factor));
        try (PointerScope _ = new PointerScope()) {
            BytePointer pixels = new BytePointer(image.pixels());
            Mat picture = new Mat(image.height(), image.width(), CV_8UC3, pixels);
            Mat small = new Mat();
            if (factor < 1) {
                resize(picture, small, new Size(width, height), 0, 0, INTER_AREA);
            } else {
                picture.copyTo(small);
            }
            cvtColor(small, small, COLOR_RGB2BGR);
            BytePointer jpeg = new BytePointer();
            if (!imencode(".jpg", small, jpeg, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY))) {
                throw new IOException("the thumbnail could not be encoded");
            }
            byte[] bytes = new byte[(int) jpeg.limit()];
            jpeg.get(bytes);
            return bytes;
        } catch (RuntimeException e) {
            // JavaCPP turns every C++ exception (cv::Exception, std::bad_alloc) into a bare RuntimeException.
            throw new IOException("the thumbnail could not be encoded: " + e.getMessage(), e);
        }
    }
}
