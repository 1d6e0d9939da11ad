package semblance.indexer.decode.worker;

import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.WorkerReader;

/// The program of a worker process.
public final class DecoderWorker {
    /// Two pictures of as many pixels as are decoded at most, in 10 bits, and the rest of the process.
    private static final long MOST_MEMORY = 2L << 30;

    private DecoderWorker() {
    }

    public static void main(String[] arguments) {
        new WorkerProgram(MOST_MEMORY).run(() -> {
            WorkerReader reader = new WorkerReader(DecodeLimits.DEFAULT);
            return order -> reader.decode(order.content(), order.width(), order.height());
        });
    }
}
