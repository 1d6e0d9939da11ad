package semblance.indexer.decode.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Optional;

import semblance.indexer.decode.DecodeException;
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
final class Frames {
    private static final int READY = 0x53424c01;
    private static final int ORDER = 0x53424c02;
    private static final int PICTURE = 0x53424c03;
    private static final int REFUSAL = 0x53424c04;

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

    /// Reads the next order; none if the other side has gone.
    static Optional<Order> readOrder(DataInputStream in) throws IOException {
        int mark;
        try {
            mark = in.readInt();
        } catch (EOFException _) {
            return Optional.empty();
        }
        if (mark != ORDER) {
            throw garbled();
        }
        int width = in.readInt();
        int height = in.readInt();
        byte[] content = new byte[in.readInt()];
        in.readFully(content);
        return Optional.of(new Order(content, width, height));
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
