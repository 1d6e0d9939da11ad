package semblance.app.natives;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// Keeps the telemetry of ONNX Runtime off. It is on by default and begins when the library is first used, before its Java
/// interface can switch it off: it reads the machine's id and the command line (of which a long one makes it crash),
/// keeps events in the user's cache directory and sends them to its makers. It heeds a variable of the environment.
public final class OnnxTelemetry {
    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private OnnxTelemetry() {
    }

    /// Sets the variable for this process where whoever started it has not; the launcher does, for it costs time here.
    /// Java has no way to do that, so it is asked of the C library. To be called before the library is used.
    ///
    /// @throws IllegalStateException if it cannot be set
    public static void disable(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        if (windows || "1".equals(environment.get(VARIABLE))) {
            return; // on Windows there is only what the Java interface switches off
        }
        MethodHandle setenv = CFunction.find("setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(VARIABLE);
            MemorySegment one = arena.allocateFrom("1");
            int failed = CFunction.call(() -> (int) setenv.invokeExact(name, one, 1));
            if (failed != 0) {
                throw new IllegalStateException(
                        "The telemetry of ONNX Runtime cannot be switched off. Set " + VARIABLE + "=1.");
            }
        }
    }
}
