package semblance.indexer.thumbnail;

import java.util.Arrays;
import java.util.OptionalLong;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.dct;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

/// A number that says coarsely how light and dark lie in a picture: which of its 63 slowest waves are above their median. Few
/// bits of it change when a picture is resized, saved anew or made lighter. Native memory is given back before a call
/// returns. Thread-safe.
public final class PictureHash {
    private static final int SIDE = 32;
    private static final int WAVES = 8;

    private PictureHash() {
    }

    /// Makes it.
    ///
    /// @param jpeg a thumbnail
    /// @return nothing if it cannot be decoded
    public static OptionalLong of(byte[] jpeg) {
        try (PointerScope _ = new PointerScope()) {
            Mat picture = imdecode(new Mat(new BytePointer(jpeg)), IMREAD_GRAYSCALE);
            if (picture.empty()) {
                return OptionalLong.empty();
            }
            Mat small = new Mat();
            resize(picture, small, new Size(SIDE, SIDE), 0, 0, INTER_AREA);
            Mat waves = new Mat();
            small.convertTo(waves, CV_32F);
            dct(waves, waves);
            float[] all = new float[SIDE * SIDE];
            new FloatPointer(waves.data()).get(all);
            return OptionalLong.of(bits(all));
        } catch (RuntimeException _) {
            // JavaCPP turns every C++ exception (cv::Exception, std::bad_alloc) into a bare RuntimeException.
            return OptionalLong.empty();
        }
    }

    private static long bits(float[] waves) {
        float[] slow = new float[WAVES * WAVES];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = waves[i / WAVES * SIDE + i % WAVES];
        }
        // The first is how light the picture is as a whole.
        float[] sorted = Arrays.copyOfRange(slow, 1, slow.length);
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2];
        long bits = 0;
        for (int i = 1; i < slow.length; i++) {
            if (slow[i] > median) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
