package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Failure;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.testing.CountingEncoder;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// In which order a run takes files, and how the user holds it up.
class RunsTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    private void write(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
    }

    @Test
    void thePhotosLastTakenAreIndexedFirst() throws IOException {
        int files = 4 * (CORES + 16);
        Random random = Seed.next("RunsTest").random();
        List<Integer> ages = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            ages.add(i);
        }
        Collections.shuffle(ages, random);
        Instant now = Instant.now();
        for (int age : ages) {
            Path file = library.write(age + ".jpg", DrawnPhoto.jpeg(age));
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(1 + age))));
        }

        library.index();

        Map<String, Long> ids = library.ids();
        List<Integer> order = ids.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(photo -> Integer.valueOf(photo.getKey().replace(".jpg", ""))).toList();
        assertThat(order).hasSize(files);
        // Threads overtake each other, but no more of them than there are, with what lies between them and the catalog. The
        // system may hold one up for any time, with the photo it has; in another order most photos would be far off.
        long farOff = IntStream.range(0, files).filter(place -> Math.abs(order.get(place) - place) >= CORES + 16)
                .count();
        assertThat(farOff).as("photos far from their place in %s", order).isLessThan(files / 8);
    }

    @Test
    void aPausedRunReadsNothingAndGoesOnWhereItWas() throws IOException {
        int files = 3 + CORES + 20;
        write(files);
        byte[] dropped = DrawnPhoto.jpeg(500);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger decodes = new AtomicInteger();
        List<PhotoLibrary> opened = new ArrayList<>();
        Interference watch = new Interference().onEntering(Stage.READ, reads::incrementAndGet)
                .onEntering(Stage.DECODE, () -> {
                    if (decodes.incrementAndGet() == 3) {
                        opened.getFirst().indexing().pause();
                    }
                });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, watch)) {
            opened.add(open);
            IndexingRun run = open.indexing().start(List.of(open.folders().add(library.photos)));
            while (!open.indexing().isPaused()) {
                Thread.onSpinWait();
            }
            // Goes through the decode threads behind all that the run has given them.
            Path picture = Files.write(temporary.resolve("dropped.jpg"), dropped);
            open.tags().suggest(List.of(picture), _ -> {
            }, () -> false);

            assertThat(run.progress().phase()).isEqualTo(Phase.PAUSED);
            assertThat(reads.get()).as("those under way when it was paused").isLessThanOrEqualTo(3 + CORES);
            assertThat(run.result()).isNotDone();
            assertThat(open.indexing().counts().pending()).isGreaterThanOrEqualTo(files - 3L - CORES);

            open.indexing().resume();
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(2))
                    .satisfies(report -> assertThat(report.counts().indexed()).isEqualTo(files));
            assertThat(reads).as("each once").hasValue(files);
        }
    }

    @Test
    void aPausedRunCanBeCancelledAndTheLibraryClosed() throws IOException {
        write(5);
        try (PhotoLibrary open = library.open()) {
            open.indexing().pause();
            IndexingRun run = open.indexing().start(List.of(open.folders().add(library.photos)));
            run.cancel();
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1)).satisfies(report -> {
                assertThat(report.cancelled()).isTrue();
                assertThat(report.counts().indexed()).isZero();
            });
            var _ = open.indexing().start(open.folders().all());
        }
        assertThat(library.index().counts().indexed()).isEqualTo(5);
    }

    @Test
    void whatOneModelCouldNotEncodeAnotherTries() throws IOException, DecodeException {
        byte[] picture = DrawnPhoto.jpeg(7);
        library.encoder.refuse(library.encoder.preprocessing().crop(new PhotoDecoder(DecodeLimits.DEFAULT)
                .decode(picture, 2 * library.encoder.preprocessing().size(), 512).image()));
        library.write("refused.jpg", picture);
        assertThat(library.index().counts().failed()).isEqualTo(1);
        assertThat(library.index().counts().failed()).as("not again with the same model").isEqualTo(1);
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            assertThat(open.indexing().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_ENCODED);
                assertThat(failure.attempts()).isEqualTo(1);
            });
        }
        CountingEncoder other = new CountingEncoder("-other");
        try (PhotoLibrary open = PhotoLibrary.open(library.location, other, _ -> () -> {
        })) {
            IndexingReport report = TestLibrary.index(open, library.photos);
            assertThat(report.counts().indexed()).isEqualTo(1);
            assertThat(report.counts().failed()).isZero();
        }
    }
}
