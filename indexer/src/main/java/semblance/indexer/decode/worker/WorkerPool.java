package semblance.indexer.decode.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.concurrent.Alarms;
import semblance.indexer.concurrent.Alarms.Alarm;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.PhotoHeader;
import semblance.indexer.decode.SizedDecoder;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.worker.WorkerLostException.Manner;
import semblance.model.RgbImage;

/// Decodes in worker processes: started when they are needed, used for many pictures, stopped when they have nothing to
/// do, and stopped at once when they hang. A picture at which a worker is lost fails; one at which a worker is lost that
/// had decoded others before gets a second chance in a new one. Thread-safe.
public final class WorkerPool implements SizedDecoder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    /// A worker with nothing to do, and the alarm that stops it.
    private record Unemployed(Worker worker, Alarm dismissal) {
    }

    private final WorkerCommand command;
    private final Patience patience;
    private final Semaphore places;
    private final Alarms alarms = new Alarms("semblance-workers");
    private final Deque<Unemployed> idle = new ArrayDeque<>();
    private final Set<Worker> all = new HashSet<>();
    private boolean closed;

    /// Makes a pool; no process is started yet.
    ///
    /// @param most workers at a time; more pictures wait
    public WorkerPool(WorkerCommand command, Patience patience, int most) {
        this.command = command;
        this.patience = patience;
        this.places = new Semaphore(most);
    }

    /// Makes a pool of the program's own workers.
    ///
    /// @param most workers at a time; more pictures wait
    public static WorkerPool ofThisProgram(int most) {
        return new WorkerPool(WorkerCommand.running(DecoderWorker.class), Patience.DEFAULT, most);
    }

    @Override
    public RgbImage decode(byte[] content, PhotoHeader header, int scale) throws DecodeException {
        Order order = new Order(content, Math.ceilDiv(header.width(), scale), Math.ceilDiv(header.height(), scale));
        takePlace();
        try {
            return decode(order, (long) header.width() * header.height());
        } finally {
            places.release();
        }
    }

    @Override
    public VideoFrames video(VideoOrder order, BooleanSupplier giveUp) throws DecodeException {
        takePlace();
        boolean open = false;
        try {
            PooledVideo video = open(order, giveUp);
            open = true;
            return video;
        } finally {
            if (!open) {
                places.release();
            }
        }
    }

    private PooledVideo open(VideoOrder order, BooleanSupplier giveUp) throws DecodeException {
        Duration limit = patience.forOpening(order.file().toFile().length());
        Worker worker = take();
        boolean proven = worker.isProven();
        try {
            return open(worker, order, limit, giveUp);
        } catch (WorkerLostException e) {
            if (!proven || e.manner() == Manner.LATE) {
                throw failure(e, limit);
            }
        }
        try {
            return open(start(), order, limit, giveUp);
        } catch (WorkerLostException e) {
            throw failure(e, limit);
        }
    }

    private PooledVideo open(Worker worker, VideoOrder order, Duration limit, BooleanSupplier giveUp)
            throws DecodeException, WorkerLostException {
        boolean lost = true;
        try {
            PooledVideo video = new PooledVideo(this, worker, worker.open(order, limit), patience, giveUp);
            lost = false;
            return video;
        } catch (DecodeException e) {
            lost = false;
            giveBack(worker);
            throw e;
        } finally {
            if (lost) {
                worker.stop();
                forget(worker);
            }
        }
    }

    /// A video is closed.
    ///
    /// @param usable whether the worker waits for orders
    void finished(Worker worker, boolean usable) {
        places.release();
        if (usable) {
            giveBack(worker);
        } else {
            worker.stop();
            synchronized (this) {
                all.remove(worker);
            }
        }
    }

    private void takePlace() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private RgbImage decode(Order order, long pixels) throws DecodeException {
        Worker worker = take();
        boolean proven = worker.isProven();
        try {
            return decode(worker, order, pixels);
        } catch (WorkerLostException e) {
            if (!proven || e.manner() == Manner.LATE) {
                throw failure(e, patience.forPixels(pixels));
            }
        }
        try {
            return decode(start(), order, pixels);
        } catch (WorkerLostException e) {
            throw failure(e, patience.forPixels(pixels));
        }
    }

    private RgbImage decode(Worker worker, Order order, long pixels) throws DecodeException, WorkerLostException {
        boolean usable = false;
        try {
            RgbImage picture = worker.decode(order, patience.forPixels(pixels));
            usable = true;
            return picture;
        } catch (DecodeException e) {
            usable = true;
            throw e;
        } finally {
            // Lost, or left in the middle of an answer for which there was no memory.
            if (usable) {
                giveBack(worker);
            } else {
                worker.stop();
                forget(worker);
            }
        }
    }

    private Worker take() throws DecodeException {
        Unemployed last;
        synchronized (this) {
            refuseWhenClosed();
            last = idle.pollLast();
        }
        if (last == null) {
            return start();
        }
        last.dismissal.close();
        return last.worker;
    }

    private Worker start() throws DecodeException {
        try {
            Worker worker;
            synchronized (this) {
                refuseWhenClosed();
                worker = Worker.start(command, alarms);
                all.add(worker);
            }
            try {
                worker.awaitReady(patience.start());
            } catch (IOException e) {
                forget(worker);
                throw e;
            }
            return worker;
        } catch (IOException e) {
            LOG.warn("a decoder cannot be started", e);
            throw new DecodeException(Reason.UNAVAILABLE, "The decoder for pictures of this kind could not be started."
                    + " It is tried again next time.", e);
        }
    }

    private synchronized void giveBack(Worker worker) {
        if (!closed) {
            idle.addLast(new Unemployed(worker, alarms.in(patience.unemployed(), () -> dismiss(worker))));
        }
    }

    private void dismiss(Worker worker) {
        synchronized (this) {
            if (!idle.removeIf(unemployed -> unemployed.worker == worker)) {
                return; // it has found work at this moment
            }
            all.remove(worker);
        }
        worker.stop();
    }

    private synchronized void forget(Worker worker) {
        all.remove(worker);
        refuseWhenClosed();
    }

    /// @throws CancellationException if the program ends
    void throwIfClosed() {
        refuseWhenClosed();
    }

    private synchronized void refuseWhenClosed() {
        if (closed) {
            throw new CancellationException("the library is closed");
        }
    }

    /// What the user is told.
    ///
    /// @param limit that it had
    static DecodeException failure(WorkerLostException e, Duration limit) {
        LOG.info("a decoder was lost: {}", e.manner());
        return switch (e.manner()) {
            case LATE -> new DecodeException(Reason.CRASHED, "Decoding it did not come to an end within "
                    + limit.toSeconds()
                    + " seconds. Saving it anew with another program may help.", e);
            case LARGE -> new DecodeException(Reason.TOO_LARGE, "Decoding it takes more memory than it may.", e);
            case CRASHED -> new DecodeException(Reason.CRASHED,
                    "Its decoder crashes at this file. Saving it anew with another program may help.", e);
        };
    }

    /// Stops all workers; those who wait for one get a [CancellationException].
    @Override
    public void close() {
        List<Worker> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(all);
            all.clear();
            idle.clear();
        }
        left.forEach(Worker::stop);
        alarms.close();
    }
}
