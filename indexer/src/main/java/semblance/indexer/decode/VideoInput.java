package semblance.indexer.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

import semblance.indexer.decode.DecodeException.Reason;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

/// A video file, opened here; FFmpeg's demuxer is handed its bytes, knows no path, and can open nothing. For one thread.
final class VideoInput implements AutoCloseable {
    private static final int HEAD = 4096;
    private static final int BUFFER = 1 << 16;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;
    /// Matches no protocol's name.
    private static final String NO_PROTOCOL = "none";

    private final FileChannel file;
    private final FileBytes bytes;
    private final FilePlace place;
    private final AVIOContext io;
    private final AVFormatContext context;
    private final VideoContainer container;
    private @Nullable IOException failure;

    /// Opens a file and lets the demuxer find out what is in it.
    ///
    /// @throws IOException     if it cannot be read
    /// @throws DecodeException if it is no video, or a damaged one
    VideoInput(Path path) throws IOException, DecodeException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            while (head.hasRemaining() && file.read(head, head.position()) >= 0) {
                // more
            }
            container = VideoContainer.of(Arrays.copyOf(head.array(), head.position()))
                    .orElseThrow(VideoInput::noVideo);
        } catch (IOException | DecodeException e) {
            file.close();
            throw e;
        }
        bytes = new FileBytes();
        place = new FilePlace();
        io = avio_alloc_context(new BytePointer(av_malloc(BUFFER)).capacity(BUFFER), BUFFER, 0, null, bytes, null,
                place);
        context = avformat_alloc_context();
        context.pb(io);
        if (!open(av_find_input_format(container.demuxer()))) {
            context.setNull(); // FFmpeg has freed it
            close();
            throwFailure();
            throw Failures.damagedVideo();
        }
        if (avformat_find_stream_info(context, (PointerPointer<?>) null) < 0) {
            close();
            throwFailure();
            throw Failures.damagedVideo();
        }
    }

    private boolean open(AVInputFormat demuxer) {
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "protocol_whitelist", NO_PROTOCOL, 0);
            av_dict_set(options, "format_whitelist", demuxer.name().getString(), 0);
            return avformat_open_input(context, (String) null, demuxer, options) >= 0;
        } finally {
            av_dict_free(options);
        }
    }

    static DecodeException noVideo() {
        return new DecodeException(Reason.NO_PICTURE, "There are no moving pictures in the file.");
    }

    /// To be used until this is closed.
    AVFormatContext context() {
        return context;
    }

    VideoContainer container() {
        return container;
    }

    /// Tells a drive that fails from a file that is damaged: FFmpeg goes on, or stops, in both cases alike.
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat_close_input(context);
        }
        av_free(io.buffer());
        avio_context_free(io);
        bytes.close();
        place.close();
        try {
            file.close();
        } catch (IOException _) {
            // Nothing was written.
        }
    }

    /// Called by FFmpeg, which must never see an exception.
    private final class FileBytes extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer unused, BytePointer target, int length) {
            try {
                int read = file.read(target.capacity(length).asByteBuffer());
                return read <= 0 ? AVERROR_EOF : read;
            } catch (IOException e) {
                failure = e;
                return AVERROR_EIO();
            }
        }
    }

    /// Called by FFmpeg, which must never see an exception.
    private final class FilePlace extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer unused, long offset, int whence) {
            try {
                if ((whence & AVSEEK_SIZE) != 0) {
                    return file.size();
                }
                long from = switch (whence & 3) {
                    case FROM_HERE -> file.position();
                    case FROM_END -> file.size();
                    default -> 0;
                };
                if (from + offset < 0) {
                    return AVERROR_EIO();
                }
                return file.position(from + offset).position();
            } catch (IOException e) {
                failure = e;
                return AVERROR_EIO();
            }
        }
    }
}
