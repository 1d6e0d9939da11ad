package semblance.indexer.decode.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import semblance.indexer.concurrent.Alarms;
import semblance.indexer.concurrent.Alarms.Alarm;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.VideoHeader;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.worker.WorkerLostException.Manner;
import semblance.model.RgbImage;

/// A process that decodes one picture after another. Used by one thread at a time, but for [#stop].
final class Worker {
    private static final int BUFFER = 1 << 16;
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Alarms alarms;
    private final DataOutputStream orders;
    private final DataInputStream answers;
    private boolean proven;

    private Worker(Process process, Alarms alarms) {
        this.alarms = alarms;
        this.process = process;
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
    }

    /// Starts a process; [#awaitReady] comes next.
    static Worker start(WorkerCommand command, Alarms alarms) throws IOException {
        return new Worker(command.start(), alarms);
    }

    /// Waits until it can take orders.
    ///
    /// @throws IOException if it ends or is late; it is stopped then
    void awaitReady(Duration patience) throws IOException {
        try (var _ = alarms.in(patience, this::stop)) {
            Frames.readReady(answers);
        } catch (IOException e) {
            end(e);
            throw new IOException("its process ended with status " + status(), e);
        }
    }

    /// Lets it carry out an order.
    ///
    /// @throws DecodeException     its refusal; it can be used further
    /// @throws WorkerLostException if it ends or is late; it is stopped then
    RgbImage decode(Order order, Duration patience) throws DecodeException, WorkerLostException {
        return answered(patience, () -> {
            Frames.write(orders, order);
            return Frames.readAnswer(answers, order);
        });
    }

    /// Gives it the order of a video, and waits until it has opened it; [#sample] comes next.
    ///
    /// @throws DecodeException     its refusal; it can be used further
    /// @throws WorkerLostException if it ends or is late; it is stopped then
    VideoHeader open(VideoOrder order, Duration patience) throws DecodeException, WorkerLostException {
        return answered(patience, () -> {
            Frames.write(orders, order);
            return Frames.readVideo(answers);
        });
    }

    /// Waits for the next sample of the video that was opened; the time that the program takes in between does not count.
    ///
    /// @throws DecodeException     its refusal; it can be used further
    /// @throws WorkerLostException if it ends or is late; it is stopped then
    Frames.Sample sample(Duration patience) throws DecodeException, WorkerLostException {
        return answered(patience, () -> Frames.readSample(answers));
    }

    /// Something that a worker answers.
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, DecodeException;
    }

    private <T> T answered(Duration patience, Question<T> question) throws DecodeException, WorkerLostException {
        Alarm alarm = alarms.in(patience, this::stop);
        try (alarm) {
            T answer = question.ask();
            proven = true;
            return answer;
        } catch (DecodeException e) {
            proven = true;
            throw e;
        } catch (IOException e) {
            end(e);
            throw new WorkerLostException(alarm.hasRung() ? Manner.LATE : manner(), e);
        }
    }

    private Manner manner() {
        return status() == WorkerProgram.TOO_MUCH_MEMORY ? Manner.LARGE : Manner.CRASHED;
    }

    /// Whether it has answered before, so that it may not be for the present order that it is lost.
    boolean isProven() {
        return proven;
    }

    private int status() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /// Ends the process, whatever it is doing, and waits for that.
    void stop() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// One that has hung up is about to end by itself, with a status that says why.
    private void end(IOException reason) {
        if (reason instanceof StreamCorruptedException || !awaitEnd()) {
            stop();
        }
    }

    private boolean awaitEnd() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException _) {
                    interrupted = true; // it ends soon in any case
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
