package semblance.model.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import ai.onnxruntime.OrtEnvironment;

/// Starts ONNX Runtime without its telemetry.
///
/// Outside Windows, ONNX Runtime 1.29 collects data about machine and command line as soon as it starts, keeps them with
/// an identifier in the user's home directory and sends them to its makers; `setTelemetry` comes too late for that. On
/// Linux the collecting can even kill the process: it matches regular expressions against the command line, recursing
/// for each character, and some 4,000 of them exhaust the thread's stack. Only a variable of the process's environment,
/// read when it starts, prevents all this; Java cannot set one, the C library can.
final class SilentRuntime {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private SilentRuntime() {
    }

    /// The process's one ONNX Runtime, started by the first call.
    ///
    /// @throws UnsatisfiedLinkError if its native library cannot be loaded on this machine
    static synchronized OrtEnvironment environment() {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            setInEnvironment(SWITCH, "1");
        }
        return OrtEnvironment.getEnvironment();
    }

    @SuppressWarnings("restricted") // the launcher grants native access, which ONNX Runtime itself needs too
    private static void setInEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("setenv"), FunctionDescriptor
                .of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        int result;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment nameInC = arena.allocateFrom(name);
            MemorySegment valueInC = arena.allocateFrom(value);
            result = (int) setenv.invokeExact(nameInC, valueInC, 1);
        } catch (Throwable e) {
            throw new IllegalStateException("the C library's setenv cannot be called", e);
        }
        if (result != 0) {
            throw new IllegalStateException("the variable " + name + " cannot be set");
        }
    }
}
