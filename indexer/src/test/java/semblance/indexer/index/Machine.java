package semblance.indexer.index;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What else a measurement has to say: how busy the machine was, and the memory and disk that were taken.
final class Machine {
    private Machine() {
    }

    static String load() {
        return String.format(Locale.ROOT, "load %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /// Memory of this process: its own, and what it has mapped of files, which the system may take back.
    static String memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM") || line.startsWith("Rss"))
                    .map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining(", "));
        } catch (IOException _) {
            return "memory is not known on this system";
        }
    }

    static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    static long megabytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }
}
