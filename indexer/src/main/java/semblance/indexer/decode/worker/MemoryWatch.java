package semblance.indexer.decode.worker;

import java.time.Duration;

import org.bytedeco.javacpp.Pointer;

/// Ends a worker that holds too much memory, native memory included: no option of Java's bounds that.
final class MemoryWatch implements Runnable {
    static final Duration EVERY = Duration.ofMillis(50);

    private final long most;
    private final Runnable end;

    /// Loads the library that measures, so that it is there before another thread loads one: JavaCPP comes to a standstill
    /// where its class Pointer is initialised by one thread while another one loads a library whose classes need it.
    MemoryWatch(long most, Runnable end) {
        Pointer.physicalBytes();
        this.most = most;
        this.end = end;
    }

    @Override
    public void run() {
        if (Pointer.physicalBytes() > most) {
            end.run();
        }
    }

    /// Between two orders: what a decoder has not given back by now it keeps.
    void endIfLarge() {
        if (Pointer.physicalBytes() > most / 2) {
            end.run();
        }
    }
}
