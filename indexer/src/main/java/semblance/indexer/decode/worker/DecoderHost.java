package semblance.indexer.decode.worker;

import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;

/// A decoder and the workers it needs. Thread-safe.
public final class DecoderHost implements AutoCloseable {
    private final WorkerPool workers;
    private final PhotoDecoder decoder;

    /// Makes them; no process is started yet.
    ///
    /// @param mostWorkers at a time
    public DecoderHost(int mostWorkers) {
        this.workers = WorkerPool.ofThisProgram(mostWorkers);
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
