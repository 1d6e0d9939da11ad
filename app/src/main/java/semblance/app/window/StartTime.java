package semblance.app.window;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the log how long a start took, from the beginning of the process: a start that has become slow shows up in a
/// user's log, and `CONTRIBUTING.md` compares starts by it. Used on the UI thread.
final class StartTime {
    private static final Logger LOG = LoggerFactory.getLogger(StartTime.class);
    /// The first pulse prepares the first frame, and one may wait to be drawn while the next is prepared.
    private static final int PULSES = 3;

    private final Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    /// Notes when the first frame has been drawn.
    void noteFirstFrame() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES) {
                    stop();
                    note("window drawn");
                }
            }
        }.start();
    }

    /// Notes that the library can be searched.
    void noteLibrary() {
        note("library opened");
    }

    private void note(String what) {
        Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        LOG.info("{} after {} ms, {} ms of processor time", what, Duration.between(start, Instant.now()).toMillis(),
                processor.toMillis());
    }
}
