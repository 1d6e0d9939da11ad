package semblance.app.models;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.concurrent.DaemonThreads;
import semblance.app.doctor.Diagnosis;
import semblance.app.models.DownloadProgress.Phase;
import semblance.model.store.ModelStore;
import semblance.model.store.download.Disk;
import semblance.model.store.download.FileDownloader;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Downloads as a window sees them.
class DownloadTest {
    private static final String ID = "clip";
    private static final String VISION = "onnx/vision_model.onnx";

    @TempDir
    Path directory;

    private TestHub hub;
    private PublishedModel model;
    private ModelShelf shelf;
    private ModelDownloads downloads;

    @BeforeEach
    void publish() throws IOException {
        hub = TestHub.start();
        model = PublishedModel.on(hub, TinyModel.clipVit(new Random(2)), directory.resolve(ID), "en");
        shelf = new ModelShelf(new ModelStore(directory.resolve("models"), model.cards()), new FileDownloader(
                Map.of("HF_ENDPOINT", hub.address()), Disk.REAL, Clock.systemUTC(), Thread::sleep));
        downloads = new ModelDownloads(shelf, DaemonThreads.named("download-test"));
    }

    @AfterEach
    void close() {
        downloads.close();
        hub.close();
    }

    @Test
    void theResultIsTheInstalledModel() throws ExecutionException, InterruptedException {
        Download download = downloads.start(ID);

        ModelInfo installed = download.result().get();

        assertThat(download.model().state()).isEqualTo(ModelInfo.State.AVAILABLE);
        assertThat(installed.state()).isEqualTo(ModelInfo.State.INSTALLED);
        assertThat(installed.isUsable()).isTrue();
        assertThat(download.progress().phase()).isEqualTo(Phase.FINISHED);
        assertThat(download.progress().bytes()).isEqualTo(download.progress().total()).isEqualTo(installed.size());
        assertThat(downloads.underWay()).isEmpty();
    }

    @Test
    void cancellingStopsItAndTheNextGoesOn() throws ExecutionException, InterruptedException {
        int size = hub.content(model.at(VISION)).length;
        hub.next(model.at(VISION), Reply.stalled(size / 2, hub.end()));
        Download first = downloads.start(ID);
        assertThat(downloads.start(ID)).as("one a model").isSameAs(first);
        while (first.progress().bytes() < size / 2) {
            Thread.onSpinWait();
        }

        first.cancel();
        CompletableFuture<ModelInfo> result = first.result();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(result::get);
        first.cancel();
        assertThat(shelf.find(ID).state()).isEqualTo(ModelInfo.State.DOWNLOADING);
        assertThat(shelf.find(ID).downloaded()).isEqualTo(size / 2);
        Download second = downloads.start(ID);
        assertThat(second).isNotSameAs(first);
        assertThat(second.result().get().state()).isEqualTo(ModelInfo.State.INSTALLED);
        assertThat(hub.requests(model.at(VISION)).getLast().range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void aFailureSaysFileCauseAndRemedy() {
        hub.next(model.at(VISION), Reply.status(404));
        CompletableFuture<ModelInfo> result = downloads.start(ID).result();

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(result::get).satisfies(failure -> {
            Diagnosis diagnosis = Diagnosis.of(failure);
            assertThat(diagnosis.expected()).isTrue();
            assertThat(diagnosis.sentence()).contains(VISION, "does not have it", "models import");
        });
    }

    @Test
    void whoCancelsBeforeItBeginsGetsNothing() {
        CountDownLatch begin = new CountDownLatch(1);
        ModelDownloads late = new ModelDownloads(shelf, work -> DaemonThreads.named("late").execute(() -> {
            try {
                begin.await();
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        Download download = late.start(ID);

        download.cancel();
        begin.countDown();

        CompletableFuture<ModelInfo> result = download.result();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(result::get);
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void completingTheFutureOfOneWhoWaitsChangesNothing() throws ExecutionException, InterruptedException {
        Download download = downloads.start(ID);

        download.result().cancel(true);

        assertThat(download.result().get().state()).isEqualTo(ModelInfo.State.INSTALLED);
    }
}
