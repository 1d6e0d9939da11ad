package semblance.app.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import com.sun.management.OperatingSystemMXBean;

/// Repeats work and measures it. The first repetition warms up and does not count.
final class Stopwatch {
    private static final int LEAST = 3;
    private static final int MOST = 1000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Duration duration;
    private final BooleanSupplier stopped;

    /// @param duration that a measurement takes, unless three repetitions take longer
    /// @param stopped  asked before each repetition
    Stopwatch(Duration duration, BooleanSupplier stopped) {
        this.duration = duration;
        this.stopped = stopped;
    }

    /// Measures.
    ///
    /// @throws CancellationException if the program is to end
    Timing measure(Runnable work) {
        goOn();
        work.run();
        LongStream.Builder clock = LongStream.builder();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < LEAST || (i < MOST && System.nanoTime() - start < duration.toNanos()); i++) {
            goOn();
            long before = System.nanoTime();
            work.run();
            clock.add(System.nanoTime() - before);
        }
        return Timing.of(clock.build().toArray(), system.getProcessCpuTime() - cpu);
    }

    /// @throws CancellationException if the program is to end
    void goOn() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped");
        }
    }
}
