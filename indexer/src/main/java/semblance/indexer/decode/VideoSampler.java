package semblance.indexer.decode;

import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

/// Takes single frames out of a video, one after another in time. Where a frame that can be decoded by itself (a key) lies
/// near enough, that one alone is decoded; else the frames from the one before on. The price is at most that of playing the
/// video once. For one thread.
final class VideoSampler {
    /// In containers without a table FFmpeg finds a place to some seconds.
    private static final double VAGUE_MS = 3000;
    /// Parts without a key after which keys are waited for no longer.
    private static final double PARTS_WITHOUT_KEY = 1.9;

    private final VideoTrack track;
    /// Whether the decoder holds what the next packet's frame is made from.
    private boolean running;
    private final boolean table;
    private boolean seekable = true;
    /// Of the last frame, in milliseconds.
    private double position = -1;
    /// Without a table: whether all is decoded, one frame after another.
    private boolean linear;
    /// Without a table: the last key that was read.
    private double key = -1;
    /// Whether that key is still to be decoded.
    private boolean keyWaits;

    VideoSampler(VideoTrack track) {
        this.track = track;
        this.table = track.findTable();
    }

    /// A frame between two times, or one near them where there is none.
    ///
    /// @param from  not earlier than in the call before
    /// @param until later than that
    /// @return for the caller to free; empty if there is none
    Optional<AVFrame> between(double from, double until) {
        double middle = (from + until) / 2;
        Optional<Double> before = table && seekable ? track.keyBefore(until - 1) : Optional.empty();
        if (before.isEmpty()) {
            return withoutTable(from, until);
        }
        if (running && before.get() <= position) {
            return forward(middle);
        }
        return leap(until - 1, key -> key >= from, middle);
    }

    /// The first frame at or after a time. Later frames than in the call before.
    ///
    /// @return for the caller to free; empty if there is none, or it cannot be had without starting anew
    Optional<AVFrame> at(double time) {
        Optional<Double> before = table && seekable ? track.keyBefore(time) : Optional.empty();
        if (before.isPresent()) {
            return running && before.get() <= position ? forward(time) : leap(time, key -> key >= time, time);
        }
        if (position >= 0) {
            return linear ? forward(time) : Optional.empty();
        }
        if (time > VAGUE_MS) {
            return leap(time - VAGUE_MS, key -> key >= time, time);
        }
        linear = true;
        return forward(time);
    }

    /// Which key needs no other frame.
    @FunctionalInterface
    private interface Suits {
        boolean test(double key);
    }

    /// Goes to a key at or before a time.
    ///
    /// @param alone  whether the key there is what is wanted
    /// @param target else decodes up to this time
    private Optional<AVFrame> leap(double time, Suits alone, double target) {
        running = false;
        if (!track.seek(time)) {
            seekable = false;
            return forward(target);
        }
        Optional<Double> found = track.nextKey();
        if (found.isPresent() && alone.test(found.get())) {
            Optional<AVFrame> frame = decodeAlone(found.get());
            if (frame.isPresent()) {
                return frame;
            }
            // A picture in two packets, for instance.
            track.seek(time);
            found = track.nextKey();
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        track.send();
        running = true;
        return forward(target);
    }

    /// Reads on to the next key, without decoding what lies between: after leaps FFmpeg's times are not to be relied upon in
    /// such containers.
    private Optional<AVFrame> withoutTable(double from, double until) {
        double middle = (from + until) / 2;
        if (linear) {
            return forward(middle);
        }
        while (readKey() && key < until) {
            keyWaits = false;
            Optional<AVFrame> frame = key < from && from > 0 ? Optional.empty() : decodeAlone(key);
            if (frame.isPresent()) {
                return frame;
            }
        }
        if (until - Math.max(0, position) > PARTS_WITHOUT_KEY * (until - from)) {
            linear = true;
            track.rewind();
            return forward(middle);
        }
        return Optional.empty();
    }

    private boolean readKey() {
        if (!keyWaits) {
            Optional<Double> next = track.nextKey();
            keyWaits = next.isPresent();
            key = next.orElse(key);
        }
        return keyWaits;
    }

    /// Decodes the packet last read, and makes the decoder forget it.
    private Optional<AVFrame> decodeAlone(double time) {
        track.send();
        track.sendEnd();
        Optional<AVFrame> frame = track.receive();
        track.forget();
        running = false;
        if (frame.isPresent()) {
            position = time;
            track.setTime(frame.get(), time); // of a frame by itself the decoder can only guess
        }
        return frame;
    }

    /// Decodes on.
    private Optional<AVFrame> forward(double until) {
        @Nullable
        AVFrame last = null;
        boolean ended = false;
        while (true) {
            Optional<AVFrame> next = track.receive();
            if (next.isPresent()) {
                if (last != null) {
                    av_frame_free(last);
                }
                last = next.get();
                double time = track.time(last);
                position = Double.isNaN(time) ? position : time;
                if (Double.isNaN(time) || time >= until) {
                    running = !ended;
                    return next;
                }
            } else if (ended) {
                running = false;
                return Optional.ofNullable(last);
            } else if (track.nextPacket()) {
                track.send();
                running = true;
            } else {
                track.sendEnd();
                ended = true;
            }
        }
    }
}
