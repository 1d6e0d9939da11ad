package semblance.indexer.testing;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

import semblance.model.RgbImage;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

/// Makes videos of drawn pictures with the encoders that FFmpeg brings, ten frames a second.
public final class VideoWriter implements AutoCloseable {
    public static final int FRAMES_PER_SECOND = 10;
    private static final int GOOD = 3;

    private final AVFormatContext container = new AVFormatContext(null);
    private final AVIOContext file = new AVIOContext(null);
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final int width;
    private final int height;
    private long next;

    /// Begins a file.
    ///
    /// @param muxer   as FFmpeg calls it
    /// @param encoder as FFmpeg calls it
    /// @param keys    frames from one that can be decoded by itself to the next
    /// @param width   even
    /// @param height  even
    public VideoWriter(Path target, String muxer, String encoder, int keys, int width, int height) {
        this(target, muxer, encoder, keys, width, height, _ -> {
        }, "");
    }

    /// As the other one.
    ///
    /// @param settings sets what else the encoder is to know
    /// @param flags    of the muxer, as `movflags`
    public VideoWriter(Path target, String muxer, String encoder, int keys, int width, int height,
            Consumer<AVCodecContext> settings, String flags) {
        av_log_set_level(AV_LOG_QUIET);
        this.width = width;
        this.height = height;
        must(avformat_alloc_output_context2(container, null, muxer, target.toString()));
        AVCodec found = avcodec_find_encoder_by_name(encoder);
        codec = avcodec_alloc_context3(found);
        AVRational second = new AVRational().num(1).den(FRAMES_PER_SECOND);
        codec.width(width).height(height).time_base(second).gop_size(keys).max_b_frames(0)
                .framerate(new AVRational().num(FRAMES_PER_SECOND).den(1))
                .pix_fmt(encoder.equals("mjpeg") ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P)
                .bit_rate(4_000_000).qmin(GOOD).thread_count(1);
        if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        settings.accept(codec);
        AVDictionary quick = new AVDictionary(null);
        av_dict_set(quick, "deadline", "realtime", 0);
        av_dict_set(quick, "cpu-used", "8", 0);
        must(avcodec_open2(codec, found, quick));
        av_dict_free(quick);
        stream = avformat_new_stream(container, null);
        stream.time_base(second).avg_frame_rate(new AVRational().num(FRAMES_PER_SECOND).den(1))
                .sample_aspect_ratio(codec.sample_aspect_ratio());
        must(avcodec_parameters_from_context(stream.codecpar(), codec));
        must(avio_open(file, target.toString(), AVIO_FLAG_WRITE));
        container.pb(file);
        AVDictionary options = new AVDictionary(null);
        if (!flags.isEmpty()) {
            av_dict_set(options, flags.split("=", 2)[0], flags.split("=", 2)[1], 0);
        }
        must(avformat_write_header(container, options));
        av_dict_free(options);
        frame.format(codec.pix_fmt()).width(width).height(height);
        must(av_frame_get_buffer(frame, 0));
    }

    private static void must(int result) {
        if (result < 0) {
            throw new AssertionError("FFmpeg returned " + result);
        }
    }

    /// Shows a picture for a while.
    public VideoWriter show(RgbImage image, double seconds) {
        convert(image);
        for (long i = Math.max(1, Math.round(seconds * FRAMES_PER_SECOND)); i > 0; i--) {
            must(av_frame_make_writable(frame));
            frame.pts(next++);
            encode(frame);
        }
        return this;
    }

    private void convert(RgbImage image) {
        must(av_frame_make_writable(frame));
        SwsContext scaler = sws_getContext(image.width(), image.height(), AV_PIX_FMT_RGB24, width, height,
                codec.pix_fmt(), SWS_BICUBIC, null, null, (DoublePointer) null);
        AVFrame source = av_frame_alloc();
        source.format(AV_PIX_FMT_RGB24).width(image.width()).height(image.height());
        must(av_frame_get_buffer(source, 1));
        BytePointer target = new BytePointer(source.data(0));
        for (int y = 0; y < image.height(); y++) {
            target.position((long) y * source.linesize(0)).put(image.pixels(), 3 * y * image.width(),
                    3 * image.width());
        }
        must(sws_scale(scaler, source.data(), source.linesize(), 0, image.height(), frame.data(), frame.linesize()));
        av_frame_free(source);
        sws_freeContext(scaler);
    }

    private void encode(@Nullable AVFrame given) {
        must(avcodec_send_frame(codec, given));
        while (avcodec_receive_packet(codec, packet) >= 0) {
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            must(av_interleaved_write_frame(container, packet));
        }
    }

    /// Ends the file.
    @Override
    public void close() {
        encode(null);
        must(av_write_trailer(container));
        avio_closep(file);
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(codec);
        avformat_free_context(container);
    }
}
