package semblance.indexer.decode.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.Orientation;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.decode.PhotoHeader;
import semblance.indexer.decode.worker.BadWorker.Deed;

import static org.assertj.core.api.Assertions.assertThat;

/// A program that is killed takes its workers with it, even those that hang.
class KilledProgramTest {
    @Test
    // A guard against a worker that stays, not a measure of speed.
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aHangingWorkerEndsWithTheProgramThatWasKilled() throws Exception {
        Process program = WorkerCommand.running(KilledProgramTest.class).start();
        long pid;
        try (BufferedReader out = program.inputReader()) {
            pid = Long.parseLong(out.readLine());
            CompletableFuture<ProcessHandle> end = ProcessHandle.of(pid).orElseThrow().onExit();

            program.destroyForcibly();

            end.get();
        }
        assertThat(ProcessHandle.of(pid)).isNotPresent();
    }

    @SuppressWarnings({"SystemOut", "FutureReturnValueIgnored"}) // the worker's number is for the test; it hangs for ever
    public static void main(String[] arguments) throws IOException {
        Patience long_ = new Patience(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, Duration.ofHours(1));
        WorkerPool pool = new WorkerPool(WorkerCommand.running(BadWorker.class, String.valueOf(1L << 30)), long_, 1);
        decode(pool, Deed.DECODE);
        CompletableFuture.runAsync(() -> decode(pool, Deed.HANG));
        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
        System.in.transferTo(System.err); // until it is killed
    }

    private static void decode(WorkerPool pool, Deed deed) {
        try {
            var _ = pool.decode(deed.file(), new PhotoHeader(PhotoFormat.HEIF, 4, 3, Orientation.UPRIGHT, 3, 1, false),
                    1);
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }
}
