package semblance.indexer.decode.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.Orientation;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.decode.PhotoHeader;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.worker.BadWorker.Deed;
import semblance.model.RgbImage;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Decoders that misbehave in every way: each costs its own file and nothing else.
class WorkerPoolTest {
    private static final PhotoHeader HEADER = new PhotoHeader(PhotoFormat.HEIF, 40, 30, Orientation.UPRIGHT, 3, 1,
            false);
    private static final long MEMORY = 400L << 20;
    /// The collector keeps what it has swept and the compiler goes on compiling: tens of megabytes, however many files
    /// there were. Of 200 files, a third of a megabyte each would be seen.
    private static final long MEMORY_THAT_VARIES = 64L << 20;
    private static final Patience LONG = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ZERO,
            Duration.ofMinutes(2));
    /// For orders that never come to an end, whatever the machine is busy with.
    private static final Patience SHORT = new Patience(Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ZERO,
            Duration.ofMinutes(2));

    private final Set<Long> before = processes();

    @AfterEach
    void noProcessIsLeft() {
        assertThat(processes()).isSubsetOf(before);
    }

    private static Set<Long> processes() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private Set<Long> workers() {
        Set<Long> workers = new HashSet<>(processes());
        workers.removeAll(before);
        return workers;
    }

    private static WorkerPool pool(Patience patience, int most) {
        return new WorkerPool(WorkerCommand.running(BadWorker.class, String.valueOf(MEMORY)), patience, most);
    }

    private static RgbImage decode(WorkerPool pool, Deed deed) throws DecodeException {
        return pool.decode(deed.file(), HEADER, 1);
    }

    private static DecodeException failure(WorkerPool pool, Deed deed) {
        return catchThrowableOfType(DecodeException.class, () -> decode(pool, deed));
    }

    @Test
    void oneWorkerIsStartedWhenItIsNeededAndUsedForManyFiles() throws DecodeException {
        try (WorkerPool pool = pool(LONG, 2)) {
            assertThat(workers()).isEmpty();
            RgbImage picture = pool.decode(Deed.DECODE.file(), HEADER, 4);
            assertThat(List.of(picture.width(), picture.height())).containsExactly(10, 8);
            assertThat(picture.pixels()).containsOnly(128);
            Set<Long> first = workers();
            for (Deed deed : List.of(Deed.REFUSE, Deed.DECODE, Deed.THROW, Deed.PRINT, Deed.DECODE)) {
                if (deed == Deed.REFUSE || deed == Deed.THROW) {
                    assertThat(failure(pool, deed).reason()).isEqualTo(Reason.DAMAGED);
                } else {
                    assertThat(decode(pool, deed).width()).isEqualTo(40);
                }
            }
            assertThat(workers()).hasSize(1).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"EXIT, CRASHED", "NATIVE_FAULT, CRASHED", "RECURSE, CRASHED", "PRINT_RAW, CRASHED",
        "TAKE_MEMORY, TOO_LARGE", "TAKE_HEAP, TOO_LARGE"})
    void aLostWorkerIsTheFailureOfItsFileAndTheNextFileHasANewOne(Deed deed, Reason reason) throws DecodeException {
        try (WorkerPool pool = pool(LONG, 1)) {
            for (int i = 0; i < 2; i++) { // by a new worker, then by one that has decoded a file
                assertThat(failure(pool, deed)).hasMessageMatching("[A-Z].*\\.").extracting(DecodeException::reason)
                        .isEqualTo(reason);
                assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            }
            assertThat(workers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"HANG", "SPIN"})
    void aWorkerThatHangsIsStopped(Deed deed) {
        try (WorkerPool pool = pool(SHORT, 1)) {
            assertThat(failure(pool, deed)).hasMessageContaining("did not come to an end")
                    .extracting(DecodeException::reason)
                    .isEqualTo(Reason.CRASHED);
            assertThat(workers()).isEmpty();
        }
    }

    private static List<Long> times(WorkerPool pool, String deed) throws DecodeException {
        List<Long> times = new ArrayList<>();
        try (VideoFrames video = pool.video(VideoOrder.all(Path.of("/videos", deed), 10, 10), () -> false)) {
            for (Optional<VideoFrame> next = video.next(); next.isPresent(); next = video.next()) {
                times.add(next.get().atMs());
            }
        }
        return times;
    }

    private static DecodeException failure(WorkerPool pool, String deed) {
        return catchThrowableOfType(DecodeException.class, () -> times(pool, deed));
    }

    @Test
    void aVideoIsReadByTheWorkerThatReadsPictures() throws DecodeException {
        try (WorkerPool pool = pool(LONG, 1)) {
            assertThat(times(pool, "DECODE")).containsExactly(0L, 2000L);
            Set<Long> first = workers();
            assertThat(failure(pool, "REFUSE").reason()).isEqualTo(Reason.DAMAGED);
            assertThat(failure(pool, "at once REFUSE").reason()).isEqualTo(Reason.DAMAGED);
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            assertThat(times(pool, "PRINT")).hasSize(2);
            assertThat(workers()).hasSize(1).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"EXIT, CRASHED", "at once EXIT, CRASHED", "NATIVE_FAULT, CRASHED", "PRINT_RAW, CRASHED",
        "at once PRINT_RAW, CRASHED", "TAKE_MEMORY, TOO_LARGE", "at once TAKE_MEMORY, TOO_LARGE",
        "TAKE_HEAP, TOO_LARGE", "THROW, DAMAGED"})
    void aWorkerLostAtAVideoIsTheFailureOfThatVideo(String deed, Reason reason) throws DecodeException {
        try (WorkerPool pool = pool(LONG, 1)) {
            for (int i = 0; i < 2; i++) { // by a new worker, then by one that has decoded a file
                assertThat(failure(pool, deed)).hasMessageMatching("[A-Z].*\\.").extracting(DecodeException::reason)
                        .isEqualTo(reason);
                assertThat(times(pool, "DECODE")).hasSize(2);
            }
            assertThat(workers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANG", "SPIN", "at once HANG"})
    void aVideoThatHangsIsStopped(String deed) {
        Patience brief = new Patience(Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ZERO,
                Duration.ofMinutes(2));
        try (WorkerPool pool = pool(brief, 1)) {
            assertThat(failure(pool, deed)).hasMessageContaining("did not come to an end")
                    .extracting(DecodeException::reason).isEqualTo(Reason.CRASHED);
            assertThat(workers()).isEmpty();
        }
    }

    @Test
    void whoTakesItsTimeWithTheFramesOfAVideoLosesNone() throws Exception {
        Patience brief = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ZERO,
                Duration.ofMillis(1));
        try (WorkerPool pool = pool(brief, 1);
                VideoFrames video = pool.video(VideoOrder.all(Path.of("DECODE"), 10, 10), () -> false)) {
            assertThat(video.next()).isPresent();
            for (long worker : workers()) {
                assertThat(ProcessHandle.of(worker).orElseThrow().onExit()).as("dismissed for idleness").isNotDone();
            }
            assertThat(video.next()).isPresent();
            assertThat(video.next()).isEmpty();
        }
    }

    @Test
    void aVideoIsGivenUp() throws DecodeException {
        AtomicBoolean giveUp = new AtomicBoolean();
        try (WorkerPool pool = pool(LONG, 1)) {
            try (VideoFrames video = pool.video(VideoOrder.all(Path.of("HANG"), 10, 10), giveUp::get)) {
                assertThat(video.next()).isPresent();
                giveUp.set(true);
                assertThatThrownBy(video::next).isInstanceOf(CancellationException.class);
            }
            assertThat(workers()).isEmpty();
            assertThat(times(pool, "DECODE")).as("its place is free").hasSize(2);
        }
    }

    @Test
    void theNextFileIsDecodedAfterAHang() throws DecodeException {
        Patience byPixels = new Patience(Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ofMinutes(2),
                Duration.ofMinutes(2));
        PhotoHeader large = new PhotoHeader(PhotoFormat.HEIF, 1000, 1000, Orientation.UPRIGHT, 3, 1, false);
        try (WorkerPool pool = pool(byPixels, 1)) {
            assertThat(failure(pool, Deed.HANG)).isNotNull();
            assertThat(pool.decode(Deed.DECODE.file(), large, 8).width()).isEqualTo(125);
        }
    }

    @Test
    void aWorkerWithNothingToDoIsStopped() throws Exception {
        Patience brief = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ZERO,
                Duration.ofMillis(1));
        try (WorkerPool pool = pool(brief, 1)) {
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            for (long worker : workers()) {
                ProcessHandle.of(worker).map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(null))
                        .get();
            }
            assertThat(decode(pool, Deed.DECODE).width()).as("by a new one").isEqualTo(40);
        }
    }

    /// As Ctrl-C reaches it, beside the program whose end it has to wait for.
    @Test
    @DisabledOnOs(OS.WINDOWS) // which has no signals
    void aSignalDoesNotEndAWorker() throws Exception {
        try (WorkerPool pool = pool(LONG, 1)) {
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            Set<Long> first = workers();
            for (long worker : first) {
                assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(worker)).start().waitFor()).isZero();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            }
            assertThat(workers()).isEqualTo(first);
        }
    }

    @Test
    void aWorkerThatTheSystemTookAwayIsNotTheNextFilesFault() throws Exception {
        try (WorkerPool pool = pool(LONG, 1)) {
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
            for (long worker : workers()) {
                ProcessHandle handle = ProcessHandle.of(worker).orElseThrow();
                handle.destroyForcibly();
                handle.onExit().get();
            }
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
        }
    }

    @Test
    void aWorkerThatCannotBeStartedSaysNothingOfTheFile() {
        for (WorkerCommand command : List.of(new WorkerCommand(List.of("/there/is/no/such/program")),
                WorkerCommand.running(BadWorker.class, "not a number"))) {
            try (WorkerPool pool = new WorkerPool(command, LONG, 1)) {
                assertThat(failure(pool, Deed.DECODE).reason()).isEqualTo(Reason.UNAVAILABLE);
            }
        }
    }

    @Test
    void aWorkerWhosePictureDoesNotFitIntoMemoryIsNotLeftBehind() throws DecodeException {
        // Of one byte more than an array has.
        PhotoHeader huge = new PhotoHeader(PhotoFormat.HEIF, 119_304_647, 6, Orientation.UPRIGHT, 3, 1, false);
        try (WorkerPool pool = pool(LONG, 1)) {
            assertThatThrownBy(() -> pool.decode(Deed.PROMISE.file(), huge, 1)).isInstanceOf(OutOfMemoryError.class);
            assertThat(workers()).isEmpty();
            assertThat(decode(pool, Deed.DECODE).width()).isEqualTo(40);
        }
    }

    @Test
    void closingStopsWhatHangsAndWhoWaits() {
        WorkerPool pool = pool(LONG, 1);
        List<CompletableFuture<Void>> calls = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> assertThatExceptionOfType(CancellationException.class)
                        .isThrownBy(() -> decode(pool, Deed.HANG))))
                .toList();
        while (workers().isEmpty()) {
            Thread.onSpinWait();
        }
        pool.close();
        calls.forEach(CompletableFuture::join);
        assertThatThrownBy(() -> decode(pool, Deed.DECODE)).isInstanceOf(CancellationException.class);
    }

    /// Each that is lost costs the start of a process, so there are more of them on request:
    /// `-Dsemblance.badFiles=200`.
    @Test
    @SuppressWarnings("SystemOut") // what was held is worth knowing
    void badFilesLeaveThreadsProcessesAndMemoryAsBefore() throws InterruptedException {
        Deed[] bad = {Deed.HANG, Deed.SPIN, Deed.EXIT, Deed.NATIVE_FAULT, Deed.TAKE_HEAP, Deed.PRINT_RAW, Deed.RECURSE,
            Deed.REFUSE, Deed.THROW};
        Random random = Seed.next("bad files").random();
        int count = Integer.getInteger("semblance.badFiles", 40);
        failAll(bad); // what the first of each kind loads and compiles stays
        awaitEnds();
        long memory = memory();
        Set<String> threads = threads();
        failAll(IntStream.range(0, count).mapToObj(_ -> bad[random.nextInt(bad.length)]).toArray(Deed[]::new));
        awaitEnds();
        assertThat(threads()).isSubsetOf(threads);
        long left = memory() - memory;
        System.out.printf("%d bad files: %d MiB before, %d MiB more after%n", count, memory >> 20, left >> 20);
        assertThat(left).isLessThan(MEMORY_THAT_VARIES);
    }

    private void failAll(Deed[] files) {
        try (WorkerPool pool = pool(SHORT, 2)) {
            Arrays.stream(files).parallel()
                    .forEach(file -> assertThat(failure(pool, file)).as(file.name()).isNotNull());
            assertThat(workers()).hasSizeLessThanOrEqualTo(2);
        }
    }

    /// What the process holds of the machine's memory, with as little garbage as can be.
    private static long memory() {
        System.gc();
        return Pointer.physicalBytes();
    }

    /// An executor counts as ended a moment before its thread is.
    private static void awaitEnds() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("semblance-workers")) {
                thread.join();
            }
        }
    }

    /// But for those that the JDK keeps for a while: the common pool's, and those that wait for processes to end.
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool.commonPool") && !name.startsWith("process reaper"))
                .collect(Collectors.toSet());
    }
}
