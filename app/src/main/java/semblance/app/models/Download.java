package semblance.app.models;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A download under way or over. Thread-safe.
public final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private final ModelInfo model;
    private final Work work;
    private final Supplier<ModelInfo> installed;
    private final CompletableFuture<ModelInfo> result = new CompletableFuture<>();
    private @Nullable Thread worker;
    private boolean cancelled;

    /// What is done in the background.
    interface Work {
        /// Downloads until the model is whole and in its place.
        ///
        /// @throws InterruptedException if the thread is interrupted, soon after that; what has come is kept
        void run() throws InterruptedException;

        DownloadProgress progress();
    }

    /// @param installed describes the model when it is here
    Download(ModelInfo model, Work work, Supplier<ModelInfo> installed) {
        this.model = model;
        this.work = work;
        this.installed = installed;
    }

    /// The model as it was described before.
    public ModelInfo model() {
        return model;
    }

    public DownloadProgress progress() {
        return work.progress();
    }

    /// Asks it to stop soon, without waiting. What has come is kept; once is as good as twice, and too late does no harm.
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /// Completed in the background when nothing is written any more: with the model as it is on this machine now; with a
    /// [CancellationException] after [#cancel]; or with a failure whose message names file, cause and
    /// remedy, for [semblance.app.doctor.Diagnosis]. Completing or cancelling this future stops nothing.
    public CompletableFuture<ModelInfo> result() {
        CompletableFuture<ModelInfo> own = new CompletableFuture<>();
        var _ = result.whenComplete((installed, failure) -> {
            if (failure == null) {
                own.complete(installed);
            } else if (failure instanceof CancellationException) {
                own.cancel(false); // which a copy would wrap
            } else {
                own.completeExceptionally(failure);
            }
        });
        return own;
    }

    /// Does it, on a thread of its own.
    ///
    /// @param ended told when it is over, before those who wait for the result
    void run(Runnable ended) {
        ModelInfo done = null;
        Throwable failure = null;
        try {
            if (begin()) {
                work.run();
                done = installed.get();
            }
        } catch (InterruptedException e) {
            LOG.debug("cancelled", e); // the result says so
        } catch (RuntimeException | Error e) { // handed on, whatever it is
            failure = e;
        }
        boolean stopped = end();
        ended.run();
        if (done != null) {
            result.complete(done);
        } else if (failure != null && !stopped) {
            result.completeExceptionally(failure);
        } else {
            result.cancel(false);
        }
    }

    private synchronized boolean begin() {
        worker = Thread.currentThread();
        return !cancelled;
    }

    /// From here on nobody interrupts the thread.
    ///
    /// @return whether it was cancelled
    private synchronized boolean end() {
        worker = null;
        return cancelled;
    }
}
