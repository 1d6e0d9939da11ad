package semblance.app.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The downloads of this process: one a model at a time. Thread-safe.
public final class ModelDownloads implements AutoCloseable {
    private final ModelShelf shelf;
    private final Executor threads;
    private final Map<String, Download> underWay = new ConcurrentHashMap<>();

    /// @param threads gives every download a thread of its own
    public ModelDownloads(ModelShelf shelf, Executor threads) {
        this.shelf = shelf;
        this.threads = threads;
    }

    /// Starts a download, or goes on with one that was broken off. Of a model that is here already, only files that are
    /// damaged or missing are fetched. Looks at the disk, so not on the UI thread.
    ///
    /// @return the one that has not ended yet if there is one for this model, even if it is cancelled
    /// @throws RuntimeException for the user, if there is no such model or nobody knows where it was published
    public synchronized Download start(String id) {
        Download present = underWay.get(id);
        if (present != null) {
            return present;
        }
        Download download = new Download(shelf.find(id), shelf.download(id), () -> shelf.find(id));
        underWay.put(id, download);
        threads.execute(() -> {
            download.run(() -> underWay.remove(id, download));
        });
        return download;
    }

    /// The download of a model that has not ended.
    public Optional<Download> underWay(String id) {
        return Optional.ofNullable(underWay.get(id));
    }

    /// Those that have not ended.
    public List<Download> underWay() {
        return List.copyOf(underWay.values());
    }

    /// Cancels all, without waiting.
    @Override
    public void close() {
        underWay().forEach(Download::cancel);
    }
}
