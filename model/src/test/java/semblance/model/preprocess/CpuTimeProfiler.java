package semblance.model.preprocess;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Adds the processor time of an operation to JMH's time by the clock: that of the whole process, so with the garbage
/// collector's and the compiler's share. Beside other work on the machine it is the one that compares.
public final class CpuTimeProfiler implements InternalProfiler {
    static final String MS = "cpu.ms";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "processor time of an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double ms = (system.getProcessCpuTime() - before) / 1e6 / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(MS, ms, "ms/op", AggregationPolicy.AVG));
    }
}
