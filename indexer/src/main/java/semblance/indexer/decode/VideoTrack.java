package semblance.indexer.decode;

import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry_from_timestamp;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

/// The moving pictures of a video, with their decoder. Times are in milliseconds since the first frame. For one thread.
final class VideoTrack implements AutoCloseable {
    /// The flag of a frame that was not decoded wholly, for which the bindings have no name.
    private static final int CORRUPT = 1;
    private static final double MICROS_PER_MS = 1000;

    private final VideoInput input;
    private final AVFormatContext container;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final double msPerTick;
    private final long start;

    /// Chooses the largest track that is neither a cover nor a table of contents in pictures.
    ///
    /// @param limits of a frame
    /// @throws DecodeException if there is none, or no decoder for it
    VideoTrack(VideoInput input, DecodeLimits limits) throws DecodeException {
        this.input = input;
        this.container = input.context();
        this.stream = largest(container);
        limits.checkPixels(Math.max(1, stream.codecpar().width()), Math.max(1, stream.codecpar().height()));
        for (int i = 0; i < container.nb_streams(); i++) {
            AVStream other = container.streams(i);
            if (other.index() != stream.index()) {
                other.discard(AVDISCARD_ALL);
            }
        }
        AVRational base = stream.time_base();
        msPerTick = 1000.0 * base.num() / Math.max(1, base.den());
        start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null) {
            throw Failures.unsupported("Videos in this coding");
        }
        codec = avcodec_alloc_context3(decoder);
        avcodec_parameters_to_context(codec, stream.codecpar());
        codec.pkt_timebase(base);
        codec.thread_count(1); // a worker for each core does better than several threads for one video
        codec.max_pixels(limits.maxPixels());
        codec.skip_frame(AVDISCARD_NONREF); // what no other frame is made from need not be decoded
        if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
            close();
            throw Failures.damagedVideo();
        }
    }

    private static AVStream largest(AVFormatContext container) throws DecodeException {
        @Nullable
        AVStream found = null;
        long most = -1;
        for (int i = 0; i < container.nb_streams(); i++) {
            AVStream stream = container.streams(i);
            long pixels = (long) stream.codecpar().width() * stream.codecpar().height();
            boolean moving = stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
                    && (stream.disposition() & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) == 0;
            if (moving && pixels > most) {
                found = stream;
                most = pixels;
            }
        }
        if (found == null) {
            throw VideoInput.noVideo();
        }
        return found;
    }

    /// Pixels of a frame as coded.
    int width() {
        return stream.codecpar().width();
    }

    /// Pixels of a frame as coded.
    int height() {
        return stream.codecpar().height();
    }

    /// How much wider than high a coded pixel is to be shown.
    double pixelAspect(@Nullable AVFrame frame) {
        AVRational aspect = av_guess_sample_aspect_ratio(container, stream, frame);
        return aspect.num() <= 0 || aspect.den() <= 0 ? 1 : (double) aspect.num() / aspect.den();
    }

    /// How frames are to be turned.
    Orientation orientation() {
        AVPacketSideData matrix = av_packet_side_data_get(stream.codecpar().coded_side_data(),
                stream.codecpar().nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < 9L * Integer.BYTES) {
            return Orientation.UPRIGHT;
        }
        IntPointer values = new IntPointer(matrix.data());
        return Orientation.ofMatrix(values.get(0), values.get(1), values.get(3), values.get(4));
    }

    /// How long the container says that the pictures last; empty if it does not, or only guesses by the number of bytes.
    Optional<Double> statedDuration() {
        if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
            return Optional.of(stream.duration() * msPerTick);
        }
        boolean guessed = container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
        return container.duration() == AV_NOPTS_VALUE || container.duration() <= 0 || guessed
                ? Optional.empty()
                : Optional.of(container.duration() / MICROS_PER_MS);
    }

    /// Reads the rest of the file, without decoding.
    ///
    /// @return the end of the last frame; empty if no frame has a time
    Optional<Double> readToEnd() {
        double end = 0;
        while (nextPacket()) {
            long last = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
            if (last != AV_NOPTS_VALUE) {
                end = Math.max(end, (last - start + Math.max(0, packet.duration())) * msPerTick);
            }
        }
        return end > 0 ? Optional.of(end) : Optional.empty();
    }

    /// Whether the container has a table of the frames that can be decoded by themselves. To be asked at the beginning: later
    /// FFmpeg has noted what it has seen.
    boolean findTable() {
        // Matroska's is read when it is to go somewhere. Elsewhere that might lose the beginning.
        if (input.container() == VideoContainer.MATROSKA) {
            seek(0);
            rewind();
        }
        boolean noted = input.container() == VideoContainer.MPEG_PS || input.container() == VideoContainer.MPEG_TS;
        return !noted && avformat_index_get_entries_count(stream) >= 2;
    }

    /// The time of the last frame at or before a time that can be decoded by itself, by the table; empty if there is none.
    Optional<Double> keyBefore(double ms) {
        AVIndexEntry entry = avformat_index_get_entry_from_timestamp(stream, ticks(ms), AVSEEK_FLAG_BACKWARD);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of((entry.timestamp() - start) * msPerTick);
    }

    private long ticks(double ms) {
        return start + (long) Math.floor(ms / msPerTick);
    }

    /// Goes to a frame at or before a time that can be decoded by itself, as near as the container can. The decoder forgets
    /// what it had.
    ///
    /// @return whether the container could
    boolean seek(double ms) {
        forget();
        return av_seek_frame(container, stream.index(), ticks(ms), AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /// Goes to the beginning. The decoder forgets what it had.
    void rewind() {
        forget();
        if (av_seek_frame(container, -1, 0, AVSEEK_FLAG_BYTE) < 0) {
            av_seek_frame(container, stream.index(), start, AVSEEK_FLAG_BACKWARD);
        }
    }

    /// Lets the decoder begin anew with the next packet.
    void forget() {
        avcodec_flush_buffers(codec);
    }

    /// Reads up to the next packet of this track.
    ///
    /// @return whether there is one
    boolean nextPacket() {
        do {
            av_packet_unref(packet);
            if (av_read_frame(container, packet) < 0) {
                return false;
            }
        } while (packet.stream_index() != stream.index());
        return true;
    }

    /// Reads up to the next packet that can be decoded by itself.
    ///
    /// @return its time; empty at the end of the file
    Optional<Double> nextKey() {
        while (nextPacket()) {
            if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
                long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
                return Optional.of(time == AV_NOPTS_VALUE ? 0.0 : (time - start) * msPerTick);
            }
        }
        return Optional.empty();
    }

    /// Gives the decoder the packet last read. One that it does not understand is passed over.
    void send() {
        avcodec_send_packet(codec, packet);
        av_packet_unref(packet);
    }

    /// Tells the decoder that nothing more comes, so that it puts out what it holds back.
    void sendEnd() {
        avcodec_send_packet(codec, null);
    }

    /// Takes a frame from the decoder.
    ///
    /// @return for the caller to free; empty if it wants more packets first, or has no more
    Optional<AVFrame> receive() {
        while (true) {
            AVFrame frame = av_frame_alloc();
            if (avcodec_receive_frame(codec, frame) < 0) {
                av_frame_free(frame);
                return Optional.empty();
            }
            if (frame.decode_error_flags() == 0 && (frame.flags() & CORRUPT) == 0 && frame.width() > 0) {
                return Optional.of(frame);
            }
            av_frame_free(frame);
        }
    }

    /// When a frame is shown; not a number if nothing says so.
    double time(AVFrame frame) {
        long time = frame.best_effort_timestamp();
        return time == AV_NOPTS_VALUE ? Double.NaN : (time - start) * msPerTick;
    }

    /// Says when a frame is shown.
    void setTime(AVFrame frame, double ms) {
        frame.best_effort_timestamp(start + Math.round(ms / msPerTick));
    }

    /// What the drive did, if it was that which ended the pictures.
    VideoInput input() {
        return input;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
