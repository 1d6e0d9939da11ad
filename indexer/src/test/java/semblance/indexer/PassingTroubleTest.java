package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// What passes leaves nothing behind: files caught in the middle of being saved, drives that go, errors of the program.
class PassingTroubleTest {
    private static final int FILES = 20;

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private void write(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            library.write(i % 3 + "/" + i + ".jpg", DrawnPhoto.jpeg(i));
        }
    }

    private IndexingRun run(Interference interference) {
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, interference)) {
            IndexingRun run = open.indexing().start(List.of(open.folders().add(library.photos)));
            waitFor(run);
            return run;
        }
    }

    private static void waitFor(IndexingRun run) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!run.result().isDone() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(run.result().isDone()).as("the run ends").isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INDEX_MERGE") // runs on Lucene's threads, and seldom
    void anErrorInAnyStationEndsTheRunAndIsTold(Stage stage) throws IOException {
        write(FILES);
        library.index();
        write(2 * FILES);
        AtomicInteger visits = new AtomicInteger();

        IndexingRun run = run(new Interference().onEntering(stage, () -> {
            if (visits.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("planted in " + stage);
            }
        }));

        assertThat(run.result()).failsWithin(Duration.ZERO).withThrowableThat()
                .withRootCauseInstanceOf(NoClassDefFoundError.class).withMessageContaining("planted in " + stage);
        IndexingReport next = library.index();
        assertThat(next.counts().indexed()).isEqualTo(2 * FILES);
        assertThat(next.counts().pending()).isZero();
    }

    @Test
    void aDecoderThatStumblesOverOnePictureKeepsNoOtherOut() throws IOException {
        write(FILES);
        AtomicInteger visits = new AtomicInteger();

        run(new Interference().onEntering(Stage.DECODE, () -> {
            if (visits.incrementAndGet() == 3) {
                throw new ArrayIndexOutOfBoundsException("planted");
            }
        }));

        LibraryCounts counts = counts();
        assertThat(counts.indexed()).isEqualTo(FILES - 1);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(counts.pending()).isZero();
    }

    @Test
    void aFileThatDoesNotFitIntoMemoryIsAFailureOfItsOwn() throws IOException {
        write(FILES);
        AtomicInteger visits = new AtomicInteger();

        run(new Interference().onEntering(Stage.READ, () -> {
            if (visits.incrementAndGet() == 3) {
                throw new OutOfMemoryError("planted");
            }
        }));

        assertThat(counts().indexed()).isEqualTo(FILES - 1);
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            assertThat(open.indexing().failures()).singleElement().extracting(Failure::kind)
                    .isEqualTo(Failure.Kind.TOO_LARGE);
        }
    }

    /// Programs that save in place empty the file first.
    @Test
    void aPhotoThatIsEmptyForTheMomentKeepsItsIdentity() throws IOException {
        Path file = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        Map<String, Long> before = library.ids();
        Files.write(file, new byte[0]);
        // Just emptied, however long the run takes to come to it.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));

        library.index();
        assertThat(library.ids()).isEqualTo(before);

        library.write("a.jpg", DrawnPhoto.jpeg(5));
        library.index();
        assertThat(library.ids()).isEqualTo(before);
        assertThat(counts().indexed()).isEqualTo(1);
    }

    @Test
    void filesThatWaitStayWhenTheirDriveGoes() throws IOException {
        write(FILES);
        Path away = temporary.resolve("away");
        AtomicInteger visits = new AtomicInteger();
        CountDownLatch walked = new CountDownLatch(1);
        run(new Interference().onLeaving(Stage.SCAN, walked::countDown).onEntering(Stage.READ, () -> {
            if (visits.incrementAndGet() == 1) {
                await(walked); // files that the walk has not seen yet would not be known
                move(library.photos, away);
            }
        }));
        assertThat(counts().photos()).isEqualTo(FILES);
        assertThat(counts().indexed()).isLessThan(FILES);

        move(away, library.photos);
        assertThat(library.index().counts().indexed()).isEqualTo(FILES);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatIsNoTextStaysAFailureWhenAllAreTriedAgain() throws IOException, InterruptedException {
        write(1);
        Process shell = new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'caf\\351.jpg')\"")
                .directory(library.photos.toFile()).start();
        assertThat(shell.waitFor()).isZero();
        library.index();
        try (PhotoLibrary open = library.open()) {
            assertThat(open.indexing().failures()).singleElement().extracting(Failure::kind)
                    .isEqualTo(Failure.Kind.INVALID_NAME);
            assertThat(open.indexing().retryFailures()).isZero();
            TestLibrary.index(open, library.photos);
            assertThat(open.indexing().failures()).hasSize(1);
        }
    }

    private LibraryCounts counts() {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.indexing().counts();
        }
    }
}
