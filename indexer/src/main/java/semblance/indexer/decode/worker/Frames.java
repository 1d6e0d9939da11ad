package semblance.indexer.decode.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoHeader;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.VideoReader;
import semblance.model.RgbImage;

/// What goes over the pipes between the program and a worker. Each message begins with a mark, so that what a library
/// prints in between is noticed.
///
/// | message | after the mark |
/// |---|---|
/// | ready, once, from the worker | nothing |
/// | order | width, height, length, the file's bytes |
/// | picture | its RGB pixels, as many as were ordered |
/// | refusal | reason, message |
/// | order of a video | length of the path, the path, shortest, longest, time in milliseconds or -1 |
/// | beginning of a video | width, height, duration in milliseconds or -1, samples |
/// | frame | time in milliseconds, width, height, RGB pixels |
/// | nothing | nothing: there is no frame worth having at the next sample |
/// | end of a video | nothing |
final class Frames {
    private static final int READY = 0x53424c01;
    private static final int ORDER = 0x53424c02;
    private static final int PICTURE = 0x53424c03;
    private static final int REFUSAL = 0x53424c04;
    private static final int VIDEO_ORDER = 0x53424c05;
    private static final int VIDEO = 0x53424c06;
    private static final int FRAME = 0x53424c07;
    private static final int NOTHING = 0x53424c08;
    private static final int END = 0x53424c09;
    private static final long NONE = -1;

    private Frames() {
    }

    static void writeReady(DataOutputStream out) throws IOException {
        out.writeInt(READY);
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        if (in.readInt() != READY) {
            throw garbled();
        }
    }

    static void write(DataOutputStream out, Order order) throws IOException {
        out.writeInt(ORDER);
        out.writeInt(order.width());
        out.writeInt(order.height());
        out.writeInt(order.content().length);
        out.write(order.content());
        out.flush();
    }

    static void write(DataOutputStream out, VideoOrder order) throws IOException {
        out.writeInt(VIDEO_ORDER);
        byte[] path = order.file().toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(path.length);
        out.write(path);
        out.writeInt(order.shortest());
        out.writeInt(order.longest());
        out.writeLong(order.atMs().orElse(NONE));
        out.flush();
    }

    private static VideoOrder readVideoOrder(DataInputStream in) throws IOException {
        byte[] path = new byte[in.readInt()];
        in.readFully(path);
        Path file = Path.of(new String(path, StandardCharsets.UTF_8));
        int shortest = in.readInt();
        int longest = in.readInt();
        long atMs = in.readLong();
        return new VideoOrder(file, shortest, longest, atMs == NONE ? OptionalLong.empty() : OptionalLong.of(atMs));
    }

    /// Reads the next order; none if the other side has gone.
    static Optional<Work> readOrder(DataInputStream in) throws IOException {
        int mark;
        try {
            mark = in.readInt();
        } catch (EOFException _) {
            return Optional.empty();
        }
        if (mark == VIDEO_ORDER) {
            return Optional.of(new Work.OfVideo(readVideoOrder(in)));
        }
        if (mark != ORDER) {
            throw garbled();
        }
        int width = in.readInt();
        int height = in.readInt();
        byte[] content = new byte[in.readInt()];
        in.readFully(content);
        return Optional.of(new Work.OfPicture(new Order(content, width, height)));
    }

    static void write(DataOutputStream out, RgbImage picture) throws IOException {
        out.writeInt(PICTURE);
        out.write(picture.pixels());
        out.flush();
    }

    static void write(DataOutputStream out, DecodeException refusal) throws IOException {
        out.writeInt(REFUSAL);
        out.writeUTF(refusal.reason().name());
        out.writeUTF(String.valueOf(refusal.getMessage()));
        out.flush();
    }

    /// Reads what became of an order.
    ///
    /// @throws DecodeException the worker's refusal
    /// @throws IOException     if something else than an answer comes, or nothing any more
    static RgbImage readAnswer(DataInputStream in, Order order) throws IOException, DecodeException {
        return switch (in.readInt()) {
            case PICTURE -> {
                byte[] pixels = new byte[3 * order.width() * order.height()];
                in.readFully(pixels);
                yield new RgbImage(order.width(), order.height(), pixels);
            }
            case REFUSAL -> throw new DecodeException(reason(in.readUTF()), in.readUTF());
            default -> throw garbled();
        };
    }

    /// Sends a video as it is read.
    static VideoReader.Sink sink(DataOutputStream out) {
        return new VideoReader.Sink() {
            @Override
            public void header(VideoHeader header) throws IOException {
                out.writeInt(VIDEO);
                out.writeInt(header.width());
                out.writeInt(header.height());
                out.writeLong(header.duration().map(Duration::toMillis).orElse(NONE));
                out.writeInt(header.samples());
                out.flush();
            }

            @Override
            public void frame(VideoFrame frame) throws IOException {
                out.writeInt(FRAME);
                out.writeLong(frame.atMs());
                out.writeInt(frame.image().width());
                out.writeInt(frame.image().height());
                out.write(frame.image().pixels());
                out.flush();
            }

            @Override
            public void nothing() throws IOException {
                out.writeInt(NOTHING);
                out.flush();
            }
        };
    }

    static void writeEnd(DataOutputStream out) throws IOException {
        out.writeInt(END);
        out.flush();
    }

    /// Reads how an order of a video begins.
    ///
    /// @throws DecodeException the worker's refusal
    /// @throws IOException     if something else than an answer comes, or nothing any more
    static VideoHeader readVideo(DataInputStream in) throws IOException, DecodeException {
        return switch (in.readInt()) {
            case VIDEO -> {
                int width = in.readInt();
                int height = in.readInt();
                long duration = in.readLong();
                int samples = in.readInt();
                if (width < 1 || height < 1 || samples < 1) {
                    throw garbled();
                }
                yield new VideoHeader(width, height,
                        duration == NONE ? Optional.empty() : Optional.of(Duration.ofMillis(duration)), samples);
            }
            case REFUSAL -> throw new DecodeException(reason(in.readUTF()), in.readUTF());
            default -> throw garbled();
        };
    }

    /// What a worker says of the next sample of a video.
    sealed interface Sample {
        record Found(VideoFrame frame) implements Sample {
        }

        /// There is none worth having.
        record Nothing() implements Sample {
        }

        /// There are no more.
        record End() implements Sample {
        }
    }

    /// Reads the next one.
    ///
    /// @throws DecodeException the worker's refusal
    /// @throws IOException     if something else than an answer comes, or nothing any more
    static Sample readSample(DataInputStream in) throws IOException, DecodeException {
        return switch (in.readInt()) {
            case FRAME -> {
                long atMs = in.readLong();
                int width = in.readInt();
                int height = in.readInt();
                if (atMs < 0 || width < 1 || height < 1 || (long) width * height > DecodeLimits.MOST_PIXELS) {
                    throw garbled();
                }
                byte[] pixels = new byte[3 * width * height];
                in.readFully(pixels);
                yield new Sample.Found(new VideoFrame(atMs, new RgbImage(width, height, pixels)));
            }
            case NOTHING -> new Sample.Nothing();
            case END -> new Sample.End();
            case REFUSAL -> throw new DecodeException(reason(in.readUTF()), in.readUTF());
            default -> throw garbled();
        };
    }

    private static DecodeException.Reason reason(String name) throws IOException {
        try {
            return DecodeException.Reason.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("not a reason: " + name, e);
        }
    }

    private static IOException garbled() {
        return new StreamCorruptedException("not a message of the worker's");
    }
}
