package semblance.model.store.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;

import semblance.model.store.FileCheck;
import semblance.model.store.ModelStore;
import semblance.model.store.StoredModel;
import semblance.model.testing.hub.PublishedModel;

/// A store that downloads one model, with a clock that stands and pauses that are only noted.
final class Downloads {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Path directory;
    final PublishedModel model;
    final ModelStore store;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment;
    private Disk disk = Disk.REAL;
    private Duration patience = FileDownloader.PATIENCE;
    private Optional<SSLContext> tls = Optional.empty();

    Downloads(Path directory, PublishedModel model, Map<String, String> environment) {
        this.directory = directory;
        this.model = model;
        this.store = new ModelStore(directory, model.cards());
        this.environment = environment;
    }

    Downloads patient(Duration duration) {
        patience = duration;
        return this;
    }

    Downloads on(Disk other) {
        disk = other;
        return this;
    }

    Downloads trusting(SSLContext context) {
        tls = Optional.of(context);
        return this;
    }

    FileDownloader downloader() {
        return new FileDownloader(environment, disk, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add, patience, tls);
    }

    void run() throws InterruptedException {
        store.download(model.card().id(), downloader()).run();
    }

    StoredModel.State state() {
        return store.find(model.card().id()).orElseThrow().state();
    }

    /// Where the model is when it is whole.
    Path installed() {
        return directory.resolve(model.card().id());
    }

    /// Whether every file is there as published.
    boolean isWhole() {
        return state() == StoredModel.State.INSTALLED
                && store.verify(model.card().id()).stream().allMatch(FileCheck::isUsable);
    }

    /// Whether nothing of it can be taken for a model.
    boolean isAbsent() {
        return !Files.exists(installed()) && state() != StoredModel.State.INSTALLED;
    }

    /// A disk that has so much room at first.
    static Disk small(long bytes) {
        return new Disk() {
            private long left = bytes;

            @Override
            public long free(Path directory) {
                return Long.MAX_VALUE; // what is free now may not be in a while
            }

            @Override
            public void write(FileChannel file, ByteBuffer from) throws IOException {
                if (from.remaining() > left) {
                    throw new IOException("No space left on device");
                }
                left -= from.remaining();
                Disk.REAL.write(file, from);
            }
        };
    }

    /// A disk that says so much is free.
    static Disk withFree(long bytes) {
        return new Disk() {
            @Override
            public long free(Path directory) {
                return bytes;
            }

            @Override
            public void write(FileChannel file, ByteBuffer from) throws IOException {
                Disk.REAL.write(file, from);
            }
        };
    }
}
