package semblance.indexer.decode;

import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

/// Takes single frames out of a video, one after another in time. Where a frame that can be decoded by itself lies near
/// enough, that one alone is decoded; else the frames from the one before on. No frame is decoded twice but for those,
/// so that the price is at most that of playing the video once. For one thread.
final class VideoSampler {
    private final VideoTrack track;
    /// Whether the decoder holds what the next packet's frame is made from.
    private boolean running;
    private boolean seekable = true;
    /// Of the last frame or packet, in milliseconds.
    private double position = -1;
    /// Seeking ahead by less than this does not pay, where the container has no table.
    private double leastLeap;

    VideoSampler(VideoTrack track) {
        this.track = track;
    }

    /// A frame between two times, or one near them where there is none.
    ///
    /// @param until later than that of the call before
    /// @param any   whether any frame between them will do; else it is one in their middle
    /// @return for the caller to free; empty if there is none any more
    Optional<AVFrame> between(double from, double until, boolean any) {
        double middle = any ? (from + until) / 2 : from;
        if (!pays(until)) {
            return forward(middle);
        }
        Optional<Double> key = leap(from, any ? until - 1 : from);
        if (key.isEmpty()) {
            return forward(middle);
        }
        if (any && key.get() >= from) {
            Optional<AVFrame> alone = alone();
            if (alone.isPresent()) {
                position = key.get();
                return alone;
            }
            // A picture in two packets, for instance.
            if (leap(from, until - 1).isEmpty()) {
                return Optional.empty();
            }
        }
        track.send();
        running = true;
        return forward(middle);
    }

    /// Whether there is anything to be gained from going to another place in the file.
    private boolean pays(double until) {
        if (!seekable) {
            return false;
        }
        return !running || track.keyBefore(until).map(key -> key > position).orElse(until - position >= leastLeap);
    }

    /// Goes to a frame that can be decoded by itself, and reads its packet.
    ///
    /// @return its time; empty if the container cannot
    private Optional<Double> leap(double from, double until) {
        boolean table = track.keyBefore(until).isPresent();
        // Without a table FFmpeg goes to any packet near the time, after which the next key is looked for.
        double target = Math.max(0, table ? until : from);
        boolean wasRunning = running;
        running = false;
        if (position < 0 && !table && from <= 0) {
            return track.nextKey(); // it stands at the beginning
        }
        if (!track.seek(target)) {
            seekable = false;
            return Optional.empty();
        }
        Optional<Double> key = track.nextKey();
        if (!table && wasRunning && key.isPresent() && key.get() <= position) {
            leastLeap = 2 * (target - key.get());
        }
        return key;
    }

    private Optional<AVFrame> alone() {
        track.send();
        track.sendEnd();
        Optional<AVFrame> frame = track.receive();
        running = false;
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
