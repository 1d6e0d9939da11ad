package semblance.indexer.index;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long calls took on the clock and, which compares on a machine that does other work as well, in processor time of the
/// calling thread. Not thread-safe.
final class Latencies {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();

    /// Something to be measured.
    @FunctionalInterface
    interface Call<T> {
        T run() throws Exception;
    }

    <T> T measure(Call<T> call) throws Exception {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        T result = call.run();
        wall.add((System.nanoTime() - start) / 1e6);
        processor.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
        return result;
    }

    @Override
    public String toString() {
        return "ms p50 %6.2f p95 %6.2f p99 %6.2f, processor p50 %6.2f p95 %6.2f p99 %6.2f".formatted(
                percentile(wall, 0.5), percentile(wall, 0.95), percentile(wall, 0.99), percentile(processor, 0.5),
                percentile(processor, 0.95), percentile(processor, 0.99));
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
