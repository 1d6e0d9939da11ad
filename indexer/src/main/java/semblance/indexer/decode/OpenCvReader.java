package semblance.indexer.decode;

import java.lang.invoke.MethodHandles;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import semblance.model.RgbImage;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

/// Reads JPEG, PNG and WebP with OpenCV, as stored. Native memory is given back before a call returns. Thread-safe.
final class OpenCvReader {
    static {
        // JavaCPP looks into the cache directory whenever one of its classes is used for the first time. All at once, so that
        // what comes later does not depend on a directory that may have been cleared in the meantime.
        List.of(Size.class, FloatPointer.class, IntPointer.class, opencv_core.class, opencv_imgproc.class,
                opencv_imgcodecs.class).forEach(OpenCvReader::initialise);
    }

    private static void initialise(Class<?> part) {
        try {
            MethodHandles.publicLookup().ensureInitialized(part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("all of JavaCPP's classes are public", e);
        }
    }

    /// @param scale 1, 2, 4 or 8, by which the stored size is divided
    RgbImage jpeg(byte[] content, int scale) throws DecodeException {
        int reduced = switch (scale) {
            case 1 -> 0;
            case 2 -> IMREAD_REDUCED_COLOR_2;
            case 4 -> IMREAD_REDUCED_COLOR_4;
            case 8 -> IMREAD_REDUCED_COLOR_8;
            default -> throw new IllegalArgumentException("no such scale: " + scale);
        };
        // The reduced scales come with the bit for BGR, which excludes the one for RGB.
        int flags = (reduced & ~IMREAD_COLOR) | IMREAD_COLOR_RGB | IMREAD_IGNORE_ORIENTATION;
        return decode(content, flags, OpenCvReader::plain);
    }

    /// PNG or WebP; 16 bits become 8, transparency lies on white.
    RgbImage pngOrWebp(byte[] content) throws DecodeException {
        return decode(content, IMREAD_UNCHANGED, OpenCvReader::converted);
    }

    private interface Copying {
        RgbImage copy(Mat picture) throws DecodeException;
    }

    private static RgbImage decode(byte[] content, int flags, Copying copying) throws DecodeException {
        try (PointerScope _ = new PointerScope()) {
            Mat picture = imdecode(new Mat(content), flags);
            if (picture.empty()) {
                throw Failures.damaged();
            }
            return copying.copy(picture);
        } catch (RuntimeException e) {
            // JavaCPP turns every C++ exception (cv::Exception, std::bad_alloc) into a bare RuntimeException.
            throw Failures.damaged(e);
        }
    }

    private static RgbImage plain(Mat picture) {
        byte[] pixels = new byte[3 * picture.cols() * picture.rows()];
        picture.data().get(pixels);
        return new RgbImage(picture.cols(), picture.rows(), pixels);
    }

    private static RgbImage converted(Mat picture) throws DecodeException {
        int channels = picture.channels();
        int depth = picture.depth();
        if ((depth != CV_8U && depth != CV_16U) || channels == 2 || channels > 4) {
            throw Failures.unsupported("Pictures with this number of channels or bits");
        }
        int width = picture.cols();
        byte[] pixels = new byte[3 * width * picture.rows()];
        byte[] row = new byte[(int) (width * picture.elemSize())];
        for (int y = 0; y < picture.rows(); y++) {
            new BytePointer(picture.ptr(y)).get(row);
            if (depth == CV_16U) {
                narrow(row);
            }
            convert(row, width, channels, pixels, 3 * y * width);
        }
        return new RgbImage(width, picture.rows(), pixels);
    }

    /// From 16 bits per sample, low byte first as on every processor we run on, to 8.
    private static void narrow(byte[] row) {
        for (int i = 0; i < row.length / 2; i++) {
            row[i] = (byte) Colours.toByte(Bytes.uint16Little(row, 2 * i), 65535);
        }
    }

    /// From grey, BGR or BGR with alpha to RGB.
    private static void convert(byte[] row, int width, int channels, byte[] pixels, int from) {
        int target = from;
        for (int source = 0; source < width * channels; source += channels) {
            int alpha = channels == 4 ? row[source + 3] & 0xff : 255;
            for (int channel = 0; channel < 3; channel++) {
                int value = row[source + (channels == 1 ? 0 : 2 - channel)] & 0xff;
                pixels[target++] = Colours.overWhite(value, alpha);
            }
        }
    }
}
