package semblance.app.cli;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;

/// Adds up the processor time of each station: that of its own threads, and the time spent there by the clock. The
/// encoder's helper threads are not among the former, so its share is taken from the process as a whole.
final class StageTimes implements StageObserver {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Stage, Long> cpu = new ConcurrentHashMap<>();
    private final Map<Stage, Long> clock = new ConcurrentHashMap<>();

    @Override
    public Visit enter(Stage stage) {
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long clockBefore = System.nanoTime();
        return () -> {
            cpu.merge(stage, threads.getCurrentThreadCpuTime() - cpuBefore, Long::sum);
            clock.merge(stage, System.nanoTime() - clockBefore, Long::sum);
        };
    }

    void print(PrintStream err) {
        for (Stage stage : Stage.values()) {
            err.printf(Locale.ROOT, "%-15s %8.2f s of processor time in its threads, %8.2f s by the clock%n",
                    stage.name().toLowerCase(Locale.ROOT), cpu.getOrDefault(stage, 0L) / 1e9,
                    clock.getOrDefault(stage, 0L) / 1e9);
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            err.printf(Locale.ROOT, "%-15s %8.2f s of processor time in all%n", "process",
                    system.getProcessCpuTime() / 1e9);
        }
    }
}
