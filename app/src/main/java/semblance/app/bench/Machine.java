package semblance.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.sun.management.OperatingSystemMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What figures were measured on.
///
/// @param memoryMib   of the machine
/// @param load        runnable threads over the last minute as the system counts them, below 0 where it does not: figures
///                    beside other work are worth less
/// @param onnxRuntime its version and what it was built with
/// @param provider    that executes image towers
@JsonTypeName("machine")
public record Machine(String processor, int cores, long memoryMib, String system, String java, String onnxRuntime,
        String provider, double load) implements Figure {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /// This one.
    static Machine here(String onnxRuntime, String provider) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(processorName(), Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                Runtime.version() + " " + property("java.vendor"), onnxRuntime, provider,
                system.getSystemLoadAverage());
    }

    private static String processorName() {
        return linux().or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(property("os.arch"));
    }

    private static Optional<String> linux() {
        try {
            return Files.exists(LINUX)
                    ? Files.readAllLines(LINUX).stream().filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("the processor's name cannot be read", e);
            return Optional.empty();
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
