package semblance.indexer.decode.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoHeader;

/// A video that a worker is decoding: it is ahead by as much as the pipe holds, and waits then. For one thread.
final class PooledVideo implements VideoFrames {
    private final WorkerPool pool;
    private final Worker worker;
    private final VideoHeader header;
    private final BooleanSupplier giveUp;
    private final Duration perSample;
    private final Duration inAll;
    private Duration left;
    private boolean ended;
    private boolean closed;

    PooledVideo(WorkerPool pool, Worker worker, VideoHeader header, Patience patience, BooleanSupplier giveUp) {
        this.pool = pool;
        this.worker = worker;
        this.header = header;
        this.giveUp = giveUp;
        this.perSample = patience.forSample(header);
        this.inAll = patience.forVideo(header);
        this.left = inAll;
    }

    @Override
    public VideoHeader header() {
        return header;
    }

    @Override
    public Optional<VideoFrame> next() throws DecodeException {
        while (!ended) {
            if (giveUp.getAsBoolean()) {
                throw new CancellationException("given up");
            }
            switch (sample()) {
                case Frames.Sample.Found(VideoFrame frame) -> {
                    return Optional.of(frame);
                }
                case Frames.Sample.Nothing() -> {
                    // Time to ask whether to go on.
                }
                case Frames.Sample.End() -> ended = true;
            }
        }
        return Optional.empty();
    }

    private Frames.Sample sample() throws DecodeException {
        Duration limit = left.compareTo(perSample) < 0 ? left : perSample;
        long began = System.nanoTime();
        try {
            return worker.sample(limit);
        } catch (DecodeException e) {
            ended = true;
            throw e;
        } catch (WorkerLostException e) {
            pool.throwIfClosed();
            throw WorkerPool.failure(e, limit.equals(perSample) ? perSample : inAll);
        } finally {
            Duration rest = left.minusNanos(System.nanoTime() - began);
            left = rest.isNegative() ? Duration.ZERO : rest;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.finished(worker, ended);
        }
    }
}
