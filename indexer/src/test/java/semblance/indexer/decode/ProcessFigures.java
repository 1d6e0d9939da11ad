package semblance.indexer.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What processes have taken, as Linux tells it.
final class ProcessFigures {
    private static final Path SELF = Path.of("/proc/self");

    private ProcessFigures() {
    }

    /// Processor time of the workers that are there, in milliseconds.
    static double workersMs() {
        return workers().flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToDouble(duration -> duration.toNanos() / 1e6).sum();
    }

    /// The most memory that any of the workers that are there has held, in MB; 0 without one, and where the system does not
    /// tell.
    static double workersPeakMb() {
        return workers().mapToDouble(child -> peakMb(Path.of("/proc", String.valueOf(child.pid()))))
                .filter(Double::isFinite).max().orElse(0);
    }

    /// The most memory that this process has held, in MB; not a number where the system does not tell.
    static double ownPeakMb() {
        return peakMb(SELF);
    }

    /// Lets the peak of this process begin anew with what it holds.
    static void forgetOwnPeak() throws IOException {
        Files.writeString(SELF.resolve("clear_refs"), "5");
    }

    private static Stream<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    private static double peakMb(Path process) {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6).orElse(Double.NaN);
        } catch (IOException _) {
            return Double.NaN;
        }
    }
}
