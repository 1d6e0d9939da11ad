package semblance.app.window.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Durations of one kind, for a line of a report. For one thread.
public final class Durations {
    private final List<Long> nanos = new ArrayList<>();

    public void add(long durationNanos) {
        nanos.add(durationNanos);
    }

    /// How many, and their median, 95th percentile and maximum in milliseconds.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%4d of them, p50 %6.1f ms, p95 %6.1f ms, max %6.1f ms", nanos.size(),
                quantile(0.5), quantile(0.95), quantile(1));
    }

    private double quantile(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
