package semblance.model.store.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.store.FileCheck;
import semblance.model.store.ModelDownload;
import semblance.model.store.StoredModel;
import semblance.model.store.download.Transfer.Phase;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A model on its way into the store.
final class ModelDownloadTest {
    private static final String ID = "clip";
    private static final String VISION = "onnx/vision_model.onnx";
    private static final String TEXT = "onnx/text_model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    @TempDir
    Path parent;

    private final Random random = Seed.next("ModelDownloadTest").random();
    private TestHub hub;
    private PublishedModel model;
    private Downloads downloads;

    @BeforeEach
    void publish() throws IOException {
        hub = TestHub.start();
        model = PublishedModel.on(hub, TinyModel.clipVit(random), parent.resolve(ID), "en");
        downloads = new Downloads(parent.resolve("models"), model, environment());
    }

    private Map<String, String> environment() {
        return Map.of(ModelHub.ENDPOINT, hub.address());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aDownloadedModelWorks() throws InterruptedException, IOException {
        assertThat(downloads.state()).isEqualTo(StoredModel.State.KNOWN);

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests()).extracting(TestHub.Request::path).containsExactly(model.at(VISION), model.at(TEXT),
                model.at(TOKENIZER));
        var opened = downloads.store.open(ID, 1);
        ImageCrop crop = opened.preprocessing().crop(Pictures.random(random, 50, 90));
        try (ImageEncoder images = opened.openImageEncoder(); TextEncoder texts = opened.openTextEncoder()) {
            assertThat(images.encode(List.of(crop)).getFirst().cosine(model.model().image(crop)))
                    .isGreaterThan(0.99999);
            assertThat(texts.encode("a red house").cosine(model.model().text("a red house"))).isGreaterThan(0.99999);
        }
        try (var left = Files.list(downloads.directory)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(ID,
                    ".downloading-clip.lock");
        }
    }

    @Test
    void allFilesCountAsOne() throws InterruptedException {
        long total = model.card().files().stream().mapToLong(ModelFile::size).sum();
        long first = hub.content(model.at(VISION)).length;
        hub.next(model.at(TEXT), Reply.status(503));
        AtomicReference<ModelDownload> run = new AtomicReference<>();
        List<Transfer> seen = new ArrayList<>();
        run.set(downloads.store.download(ID, new FileDownloader(environment(), Disk.REAL, Clock.systemUTC(),
                _ -> seen.add(run.get().progress()))));

        run.get().run();

        assertThat(seen).singleElement().satisfies(waiting -> {
            assertThat(waiting.phase()).isEqualTo(Phase.WAITING);
            assertThat(waiting.trouble()).contains("503", "next attempt is in 1 s");
            assertThat(waiting.bytes()).isEqualTo(first);
            assertThat(waiting.total()).isEqualTo(total);
            assertThat(waiting.file()).isEqualTo(TEXT);
        });
        assertThat(run.get().progress().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.get().progress().bytes()).isEqualTo(total);
        assertThat(run.get().progress().fetched()).isEqualTo(total);
    }

    @Test
    void whatHasComeIsSeenAndUsedByTheNextProgram() throws InterruptedException {
        byte[] text = hub.content(model.at(TEXT));
        hub.next(model.at(TEXT), Reply.broken(text.length / 2, model.part(downloads.directory, TEXT)),
                Reply.status(404));
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run);

        StoredModel half = downloads.store.find(ID).orElseThrow();
        Downloads next = new Downloads(downloads.directory, model, environment());
        next.run();

        assertThat(half.state()).isEqualTo(StoredModel.State.DOWNLOADING);
        assertThat(half.downloaded()).isEqualTo(hub.content(model.at(VISION)).length + text.length / 2);
        assertThat(hub.requests(model.at(VISION))).hasSize(1);
        assertThat(hub.requests(model.at(TEXT)).getLast().range()).isEqualTo("bytes=" + text.length / 2 + "-");
        assertThat(next.isWhole()).isTrue();
    }

    @Test
    void whatWasDamagedOnDiskMeanwhileIsFetchedAnew() throws InterruptedException, IOException {
        hub.next(model.at(TEXT), Reply.broken(1000, model.part(downloads.directory, TEXT)), Reply.status(404));
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run);
        damage(downloads.directory.resolve(".downloading-clip").resolve(VISION));
        damage(PartFile.path(downloads.directory.resolve(".downloading-clip").resolve(TEXT)));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(model.at(VISION))).hasSize(2);
    }

    @Test
    void ofAModelThatIsHereOnlyDamagedAndMissingFilesAreFetched() throws InterruptedException, IOException {
        downloads.run();
        damage(downloads.installed().resolve(VISION));
        Files.delete(downloads.installed().resolve(TOKENIZER));
        List<FileCheck> before = downloads.store.verify(ID);
        int requests = hub.requests().size();

        downloads.run();

        assertThat(before).extracting(FileCheck::state).containsExactly(FileCheck.State.DAMAGED, FileCheck.State.WHOLE,
                FileCheck.State.MISSING);
        assertThat(before.getFirst().detail()).contains("SHA-256");
        assertThat(hub.requests().subList(requests, hub.requests().size())).extracting(TestHub.Request::path)
                .containsExactly(model.at(VISION), model.at(TOKENIZER));
        assertThat(downloads.isWhole()).isTrue();
        assertThat(downloads.directory.resolve(".downloading-clip")).doesNotExist();
    }

    @Test
    void aWholeModelNeedsNoNetwork() throws InterruptedException {
        downloads.run();
        hub.close();

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
    }

    @Test
    void whatNobodyPublishedIsNotedSoThatDamageIsSeenLater() throws InterruptedException, IOException {
        Downloads unknown = new Downloads(parent.resolve("models"), model.knowing(TOKENIZER, null, null),
                environment());

        unknown.run();

        Path json = unknown.installed().resolve("card.json");
        ModelCard stored = new CardFormat().read("card", Files.readAllBytes(json));
        assertThat(stored.file(TOKENIZER)).isEqualTo(model.card().file(TOKENIZER));
        assertThat(unknown.store.verify(ID)).allMatch(check -> check.state() == FileCheck.State.WHOLE);
        damage(unknown.installed().resolve(TOKENIZER));
        assertThat(unknown.store.verify(ID)).extracting(FileCheck::state).containsOnlyOnce(FileCheck.State.DAMAGED);
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsFetched() {
        downloads.on(Downloads.withFree(64L << 20));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("Tiny clip needs 65 MiB", "64 MiB are free", "Free 1 MiB", "--data");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void aDiskThatRunsFullKeepsWhatHasComeAndTheNextDownloadGoesOn() throws InterruptedException {
        int size = hub.content(model.at(VISION)).length;
        downloads.on(Downloads.small(size / 2));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run).withMessageContainingAll(VISION,
                "cannot be written", "No space left on device", "room on that disk", "goes on from there");
        assertThat(downloads.isAbsent()).isTrue();
        assertThat(downloads.pauses).as("a disk is not tried again").isEmpty();

        downloads.on(Disk.REAL).run();
        assertThat(downloads.isWhole()).isTrue();
    }

    @Test
    void aCancelledDownloadStopsSoonAndKeepsWhatHasCome() throws InterruptedException {
        int size = hub.content(model.at(VISION)).length;
        hub.next(model.at(VISION), Reply.stalled(size / 2, hub.end()));
        ModelDownload download = downloads.store.download(ID, downloads.downloader());
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            download.run();
            return true;
        });
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().start(() -> {
            task.run();
            ended.countDown();
        });
        while (download.progress().fetched() < size / 2) {
            Thread.onSpinWait();
        }

        thread.interrupt();
        ended.await();

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(task::get)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(downloads.store.find(ID).orElseThrow().downloaded()).isEqualTo(size / 2);
        downloads.run();
        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(model.at(VISION)).getLast().range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void aModelIsDownloadedOnceAtATime() throws InterruptedException, ExecutionException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        hub.next(model.at(VISION), (exchange, content) -> {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Reply.whole(content).send(exchange, content);
        });
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> {
            try {
                downloads.run();
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        });
        asked.await();

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll(ID, "already", "Wait");
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> downloads.store.remove(ID))
                .withMessageContaining("already");
        Downloads other = new Downloads(downloads.directory, model, environment());
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(other::run).withMessageContaining("already");

        goOn.countDown();
        assertThat(first.get()).isTrue();
        assertThat(downloads.isWhole()).isTrue();
    }

    @Test
    void aRemovedModelFreesItsRoom() throws InterruptedException, IOException {
        downloads.run();
        long bytes = model.card().files().stream().mapToLong(ModelFile::size).sum();
        long card = Files.size(downloads.installed().resolve("card.json"));

        assertThat(downloads.store.remove(ID)).isEqualTo(bytes + card);

        assertThat(downloads.state()).isEqualTo(StoredModel.State.KNOWN);
        assertThat(downloads.installed()).doesNotExist();
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> downloads.store.remove(ID))
                .withMessageContaining("not on this machine");
    }

    @Test
    void halfADownloadIsRemovedToo() throws InterruptedException {
        hub.next(model.at(TEXT), Reply.status(404));
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run);

        assertThat(downloads.store.remove(ID)).isEqualTo(hub.content(model.at(VISION)).length);

        assertThat(downloads.state()).isEqualTo(StoredModel.State.KNOWN);
    }

    @Test
    void theStarterStaysAndIsWhole() {
        String starter = "semblance-starter-1";

        assertThat(downloads.store.verify(starter)).isNotEmpty().allMatch(FileCheck::isUsable);
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> downloads.store.remove(starter))
                .withMessageContaining("comes with the program");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> downloads.store.download(starter, downloads.downloader()))
                .withMessageContaining("Reinstall");
    }

    @Test
    void aModelThatNobodyKnowsIsSaid() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> downloads.store.download("none", downloads.downloader()))
                .withMessageContainingAll("none", "models list");
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> downloads.store.verify(ID))
                .withMessageContainingAll("not on this machine", "models download clip");
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.write(file, bytes);
    }
}
