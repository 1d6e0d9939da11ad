package semblance.indexer.decode;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

/// One of FFmpeg's decoders, opened for pictures that share a configuration. Each is decoded by itself. For one thread.
final class FfmpegCodec implements AutoCloseable {
    /// The flag of a frame that was not decoded wholly, for which the bindings have no name.
    private static final int CORRUPT = 1;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();

    /// Opens a decoder.
    ///
    /// @param name          as FFmpeg calls it
    /// @param configuration what stands beside the pictures, in the container's own form; may be empty
    /// @param maxPixels     of a picture; larger ones are damage, for the file has promised less
    FfmpegCodec(String name, byte[] configuration, long maxPixels) throws DecodeException {
        AVCodec codec = avcodec_find_decoder_by_name(name);
        if (codec == null) {
            throw Failures.unsupported("Pictures in this coding (" + name + ")");
        }
        context = avcodec_alloc_context3(codec);
        context.thread_count(1); // a worker for each core does better than several threads for one picture
        context.max_pixels(maxPixels);
        if (configuration.length > 0) {
            BytePointer extra = new BytePointer(av_mallocz((long) configuration.length + AV_INPUT_BUFFER_PADDING_SIZE));
            extra.put(configuration, 0, configuration.length);
            context.extradata(extra).extradata_size(configuration.length);
        }
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            close();
            throw Failures.damaged();
        }
    }

    /// Decodes one picture.
    ///
    /// @return for the caller to free
    AVFrame decode(byte[] data) throws DecodeException {
        if (av_new_packet(packet, data.length) < 0) {
            throw Failures.damaged();
        }
        packet.data().put(data, 0, data.length);
        int sent = avcodec_send_packet(context, packet);
        av_packet_unref(packet);
        AVFrame last = av_frame_alloc();
        boolean found = false;
        if (sent >= 0) {
            avcodec_send_packet(context, null);
            // Of a picture in layers the last is the best.
            for (AVFrame frame = av_frame_alloc();; frame = av_frame_alloc()) {
                if (avcodec_receive_frame(context, frame) < 0) {
                    av_frame_free(frame);
                    break;
                }
                av_frame_free(last);
                last = frame;
                found = true;
            }
            avcodec_flush_buffers(context);
        }
        if (!found || last.decode_error_flags() != 0 || (last.flags() & CORRUPT) != 0) {
            av_frame_free(last);
            throw Failures.damaged();
        }
        return last;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
