package semblance.indexer.decode.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import semblance.indexer.concurrent.IgnoredSignals;
import semblance.indexer.concurrent.Pulse;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.VideoOrder;
import semblance.model.RgbImage;

/// The other side of a [Worker]: takes orders from standard input until that ends, which it does when the program that
/// started it is gone, however it went. Ends then at once, whatever a decoder is doing.
final class WorkerProgram {
    /// Exit status of a worker that held too much memory.
    static final int TOO_MUCH_MEMORY = 70;
    private static final int LOST = 71;
    private static final int ENDED = 0;
    private static final int BUFFER = 1 << 16;

    private final MemoryWatch memory;

    /// @param mostMemory bytes that the process may hold
    WorkerProgram(long mostMemory) {
        this.memory = new MemoryWatch(mostMemory, () -> Runtime.getRuntime().halt(TOO_MUCH_MEMORY));
    }

    /// Works until standard input ends, and ends the process.
    ///
    /// @param decoder loaded before the worker says that it is ready
    void run(Supplier<OrderDecoder> decoder) {
        DataInputStream in = new DataInputStream(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
        DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        // Ctrl-C reaches all processes of a terminal: the program ends in its own order, and this with it.
        IgnoredSignals.untilHalted();
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int status = LOST;
        try (var _ = new Pulse("semblance-memory", MemoryWatch.EVERY, memory);
                SingleThread work = new SingleThread("semblance-order")) {
            OrderDecoder loaded = decoder.get();
            Frames.writeReady(out);
            status = serve(in, out, loaded, work);
        } catch (IOException _) {
            // The pipes are gone, and with them whoever could be told.
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private int serve(DataInputStream in, DataOutputStream out, OrderDecoder decoder, SingleThread work)
            throws IOException {
        for (Optional<Work> next = Frames.readOrder(in); next.isPresent(); next = Frames.readOrder(in)) {
            Work order = next.get();
            // On another thread, so that this one sees the input end.
            work.execute(() -> answer(order, out, decoder));
        }
        Runtime.getRuntime().halt(ENDED);
        return ENDED;
    }

    /// What is left to be said once an order has been carried out.
    @FunctionalInterface
    private interface Answer {
        void write() throws IOException;
    }

    private static Answer carryOut(Work order, DataOutputStream out, OrderDecoder decoder)
            throws IOException, DecodeException {
        return switch (order) {
            case Work.OfPicture(Order picture) -> {
                RgbImage decoded = decoder.decode(picture);
                yield () -> Frames.write(out, decoded);
            }
            case Work.OfVideo(VideoOrder video) -> {
                decoder.video(video, Frames.sink(out));
                yield () -> Frames.writeEnd(out);
            }
        };
    }

    private void answer(Work order, DataOutputStream out, OrderDecoder decoder) {
        try {
            Answer answer;
            try {
                answer = carryOut(order, out, decoder);
            } catch (DecodeException e) {
                Frames.write(out, e);
                return;
            } catch (OutOfMemoryError _) {
                Frames.write(out, new DecodeException(Reason.TOO_LARGE, "There is not enough memory to decode it."));
                return;
            } catch (RuntimeException e) {
                Frames.write(out,
                        new DecodeException(Reason.DAMAGED, "The program stumbles over something unusual in it ("
                                + e.getClass().getSimpleName() + "). Saving it anew with another program may help."));
                return;
            }
            answer.write();
            memory.endIfLarge();
        } catch (IOException | Error _) {
            // Nobody is there to be told, or the process is not what it was: either way it has to end.
            Runtime.getRuntime().halt(LOST);
        }
    }
}
