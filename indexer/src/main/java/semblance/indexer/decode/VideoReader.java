package semblance.indexer.decode;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.model.RgbImage;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

/// Reads frames spread over a video: one for every two seconds, three hundred at most. How many, and which, is argued in
/// docs/decisions/0017-video.md. For one thread of a worker process.
public final class VideoReader {
    private static final double INTERVAL_MS = 2000;
    private static final int FEWEST = 4;
    private static final int MOST = 300;
    /// Pictures higher than this are in the colours of high definition where they do not say.
    private static final int STANDARD_HEIGHT = 576;
    private static final double MOST_ASPECT = 8;

    private final DecodeLimits limits;

    /// Takes what is read, in time.
    public interface Sink {
        /// Comes first.
        void header(VideoHeader header) throws IOException;

        void frame(VideoFrame frame) throws IOException;

        /// There is no frame worth having at a place that was looked at.
        void nothing() throws IOException;
    }

    VideoReader(DecodeLimits limits) {
        this.limits = limits.ofVideos();
    }

    /// Reads a video from beginning to end.
    ///
    /// @throws DecodeException if no frame can be had
    /// @throws IOException     of the sink's
    void read(VideoOrder order, Sink sink) throws IOException, DecodeException {
        Optional<Double> duration = duration(order);
        try (VideoInput input = open(order); VideoTrack track = new VideoTrack(input, limits)) {
            Run run = new Run(order, sink, track, duration);
            if (!run.read() && !run.takeBlank()) {
                throw failed(input);
            }
        }
    }

    /// How long it is. Where that costs reading it, it is opened for that alone: not all demuxers find back to the beginning.
    private Optional<Double> duration(VideoOrder order) throws DecodeException {
        try (VideoInput input = open(order); VideoTrack track = new VideoTrack(input, limits)) {
            Optional<Double> stated = track.statedDuration();
            return stated.isPresent() || order.atMs().isPresent() ? stated : track.readToEnd();
        }
    }

    private static VideoInput open(VideoOrder order) throws DecodeException {
        try {
            return new VideoInput(order.file());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static DecodeException failed(VideoInput input) {
        try {
            input.throwFailure();
            return Failures.damagedVideo();
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static DecodeException unreadable(IOException e) {
        return new DecodeException(Reason.UNAVAILABLE, "It cannot be read: "
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                + ". Check its permissions and its drive.", e);
    }

    /// One video being read.
    private static final class Run {
        private final VideoOrder order;
        private final Sink sink;
        private final VideoTrack track;
        private final VideoSampler sampler;
        private final Orientation orientation;
        private final Optional<Double> duration;
        private double last = Double.NEGATIVE_INFINITY;
        private @Nullable FrameSignature signature;
        private @Nullable VideoFrame blank;
        private boolean found;

        Run(VideoOrder order, Sink sink, VideoTrack track, Optional<Double> duration) {
            this.duration = duration;
            this.order = order;
            this.sink = sink;
            this.track = track;
            this.sampler = new VideoSampler(track);
            this.orientation = track.orientation();
        }

        /// @return whether a frame was found
        boolean read() throws IOException, DecodeException {
            boolean one = order.atMs().isPresent();
            double length = duration.orElse(1.0);
            int samples = one ? 1 : (int) Math.clamp(Math.ceil(length / INTERVAL_MS), FEWEST, MOST);
            sink.header(header(duration, samples));
            if (one) {
                // One less, for what was asked for has lost its fraction on the way.
                double at = order.atMs().getAsLong() - 1.0;
                take(at, sampler.at(at));
                return found;
            }
            for (int i = 0; i < samples; i++) {
                sample(i * length / samples, (i + 1) * length / samples);
            }
            return found;
        }

        private VideoHeader header(Optional<Double> duration, int samples) {
            double aspect = aspect(track.pixelAspect(null));
            int width = (int) Math.max(1, Math.round(track.width() * Math.max(1, aspect)));
            int height = (int) Math.max(1, Math.round(track.height() / Math.min(1, aspect)));
            return new VideoHeader(orientation.swapsAxes() ? height : width, orientation.swapsAxes() ? width : height,
                    duration.map(ms -> Duration.ofMillis(Math.round(ms))), samples);
        }

        private void sample(double from, double until) throws IOException, DecodeException {
            if (last >= until) { // the frame before was not to be had earlier
                sink.nothing();
                return;
            }
            double middle = (from + until) / 2;
            if (!take(from, sampler.between(from, until)) && last < middle) {
                take(middle, sampler.at(middle));
            }
        }

        /// @return whether there is a frame that shows something
        private boolean take(double from, Optional<AVFrame> decoded) throws IOException, DecodeException {
            if (decoded.isEmpty()) {
                sink.nothing();
                return true;
            }
            VideoFrame frame;
            try {
                double time = track.time(decoded.get());
                frame = new VideoFrame((long) Math.max(0, Double.isNaN(time) ? from : time), image(decoded.get()));
            } finally {
                av_frame_free(decoded.get());
            }
            FrameSignature shown = new FrameSignature(frame.image());
            boolean wanted = order.atMs().isPresent();
            if (!wanted && shown.isBlank()) {
                blank = blank == null ? frame : blank;
                last = Math.max(last, (double) frame.atMs());
                sink.nothing();
                return false;
            }
            if (!wanted && (frame.atMs() <= last || (signature != null && shown.isLike(signature)))) {
                last = Math.max(last, (double) frame.atMs());
                sink.nothing();
                return true;
            }
            last = frame.atMs();
            signature = shown;
            found = true;
            sink.frame(frame);
            return true;
        }

        /// Of a video in which nothing is to be seen anywhere, one frame all the same.
        boolean takeBlank() throws IOException {
            if (blank == null) {
                return false;
            }
            sink.frame(blank);
            return true;
        }

        private RgbImage image(AVFrame frame) throws DecodeException {
            double aspect = aspect(track.pixelAspect(frame));
            double width = frame.width() * Math.max(1, aspect);
            double height = frame.height() / Math.min(1, aspect);
            double factor = Math.min(1, Math.max(order.shortest() / Math.min(width, height),
                    order.longest() / Math.max(width, height)));
            int w = (int) Math.max(1, Math.round(width * factor));
            int h = (int) Math.max(1, Math.round(height * factor));
            byte[] pixels = FfmpegFrames.pixels(frame, colour(frame), w, h, AV_PIX_FMT_RGB24, 3);
            return orientation.upright(new RgbImage(w, h, pixels));
        }

        private static double aspect(double pixel) {
            return pixel > MOST_ASPECT || pixel < 1 / MOST_ASPECT ? 1 : pixel;
        }

        private static CodedColour colour(AVFrame frame) {
            boolean high = frame.colorspace() == AVCOL_SPC_UNSPECIFIED && frame.height() > STANDARD_HEIGHT;
            boolean full = frame.color_range() == AVCOL_RANGE_JPEG;
            return new CodedColour(high ? AVCOL_SPC_BT709 : CodedColour.UNSPECIFIED, full);
        }
    }
}
