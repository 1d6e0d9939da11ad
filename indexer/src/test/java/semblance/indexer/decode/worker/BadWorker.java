package semblance.indexer.decode.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.bytedeco.javacpp.Pointer;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoHeader;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.VideoReader;
import semblance.model.RgbImage;

/// A worker with a decoder that does what a file says.
final class BadWorker {
    /// What the decoder does.
    enum Deed {
        /// Gives a grey picture.
        DECODE,
        /// Refuses the file.
        REFUSE,
        /// Stumbles over it, in Java.
        THROW,
        /// Never comes back.
        HANG,
        /// Spins.
        SPIN,
        /// Ends the process.
        EXIT,
        /// Writes where it must not, as native code does.
        NATIVE_FAULT,
        /// Takes native memory until it is stopped.
        TAKE_MEMORY,
        /// Takes more of Java's memory than there is.
        TAKE_HEAP,
        /// Prints where the answer should be.
        PRINT_RAW,
        /// Says that a picture follows.
        PROMISE,
        /// Prints as Java programs do, and gives a picture.
        PRINT,
        /// Recurses until the stack is full.
        RECURSE;

        /// A file that makes the decoder do it.
        byte[] file() {
            return name().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /// Begins the name of a video that makes the decoder do it before it has opened it.
    static final String AT_ONCE = "at once ";

    private BadWorker() {
    }

    public static void main(String[] arguments) {
        new WorkerProgram(Long.parseLong(arguments[0])).run(() -> {
            var _ = Pointer.physicalBytes(); // loads the library that measures
            return new OrderDecoder() {
                @Override
                public RgbImage decode(Order order) throws DecodeException {
                    return BadWorker.decode(order);
                }

                @Override
                public void video(VideoOrder order, VideoReader.Sink sink) throws IOException, DecodeException {
                    BadWorker.video(order, sink);
                }
            };
        });
    }

    /// Does what the file's name says, after a frame, or before it if the name begins with [#AT_ONCE].
    private static void video(VideoOrder order, VideoReader.Sink sink) throws IOException, DecodeException {
        String name = String.valueOf(order.file().getFileName());
        if (name.startsWith(AT_ONCE)) {
            act(Deed.valueOf(name.substring(AT_ONCE.length())));
        }
        sink.header(new VideoHeader(40, 30, Optional.of(Duration.ofSeconds(3)), 3));
        sink.frame(new VideoFrame(0, new RgbImage(1, 1, new byte[3])));
        if (!name.startsWith(AT_ONCE)) {
            act(Deed.valueOf(name));
        }
        sink.nothing();
        sink.frame(new VideoFrame(2000, new RgbImage(1, 1, new byte[3])));
    }

    private static RgbImage decode(Order order) throws DecodeException {
        act(Deed.valueOf(new String(order.content(), StandardCharsets.US_ASCII)));
        byte[] pixels = new byte[3 * order.width() * order.height()];
        Arrays.fill(pixels, (byte) 128);
        return new RgbImage(order.width(), order.height(), pixels);
    }

    private static void act(Deed deed) throws DecodeException {
        switch (deed) {
            case DECODE -> {
                // what is right comes after this
            }
            case REFUSE -> throw new DecodeException(DecodeException.Reason.DAMAGED, "Nothing to see.");
            case THROW -> throw new IllegalStateException("stumbled");
            case HANG -> hang();
            case SPIN -> spin();
            case EXIT -> Runtime.getRuntime().halt(3);
            case NATIVE_FAULT -> fault();
            case TAKE_MEMORY -> takeMemory();
            case TAKE_HEAP -> takeHeap();
            case PRINT_RAW -> printRaw();
            case PROMISE -> promise();
            case PRINT -> print();
            case RECURSE -> recurse(1, 0);
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("restricted") // it is meant to crash
    private static void fault() {
        MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
    }

    private static void takeMemory() {
        while (true) {
            Pointer.memset(Pointer.malloc(16L << 20), 1, 16L << 20);
        }
    }

    private static void takeHeap() {
        byte[] taken = {1};
        while (true) {
            taken = Arrays.copyOf(taken, 2 * taken.length);
        }
    }

    private static void printRaw() {
        writeRaw("warning: strange data\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void promise() {
        writeRaw(new byte[]{0x53, 0x42, 0x4c, 3});
    }

    private static void writeRaw(byte[] bytes) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hang();
    }

    @SuppressWarnings("SystemOut")
    private static void print() {
        System.out.println("a decoder's own words, not an answer");
    }

    private static int recurse(int depth, int step) {
        return depth < 0 ? depth : recurse(depth + step, step) + 1;
    }
}
