package semblance.app.bench;

import java.util.Arrays;

/// How long some work took.
///
/// @param repetitions that were measured
/// @param p50Ms       median time on the clock
/// @param p95Ms       that 95 of 100 repetitions kept within
/// @param cpuMs       mean processor time of the whole process, of all its threads together: some systems count it in
///                    steps of 10 ms, so that it can be told for many repetitions only
public record Timing(int repetitions, double p50Ms, double p95Ms, double cpuMs) {
    /// @param clock nanoseconds of each repetition, not empty
    /// @param cpu   nanoseconds of all repetitions together
    static Timing of(long[] clock, long cpu) {
        return new Timing(clock.length, percentile(clock, 50), percentile(clock, 95), cpu / 1e6 / clock.length);
    }

    /// The smallest value that so many of a hundred do not exceed.
    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
    }
}
