package semblance.indexer.decode.worker;

import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;

/// A decoder and the workers it needs. Thread-safe.
public final class DecoderHost implements AutoCloseable {
    /// Each holds a hundred megabytes once it has decoded a phone's photo.
    private static final int MOST_WORKERS = 8;

    private final WorkerPool workers;
    private final PhotoDecoder decoder;

    /// Makes them; no process is started yet.
    ///
    /// @param cores of the machine that may be used
    public DecoderHost(int cores) {
        // One more than decode at a time: who looks at photos need not wait until a long video has been read.
        this.workers = WorkerPool.ofThisProgram(Math.min(cores, MOST_WORKERS) + 1);
        this.decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);
    }

    /// To be used until this is closed.
    public PhotoDecoder decoder() {
        return decoder;
    }

    /// Stops the workers, whatever they are doing.
    @Override
    public void close() {
        workers.close();
    }
}
