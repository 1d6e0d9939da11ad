package semblance.app.natives;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// File descriptors, as POSIX has them. Java itself cannot name, copy or exchange them. Made where [CFunction#find] finds
/// what it needs. Thread-safe.
final class PosixFiles {
    private final MethodHandle dup = CFunction.find("dup", JAVA_INT, JAVA_INT);
    private final MethodHandle dup2 = CFunction.find("dup2", JAVA_INT, JAVA_INT, JAVA_INT);
    // Not open: its flags have other values on each system.
    private final MethodHandle fopen = CFunction.find("fopen", ADDRESS, ADDRESS, ADDRESS);
    private final MethodHandle fileno = CFunction.find("fileno", JAVA_INT, ADDRESS);
    private final MethodHandle isatty = CFunction.find("isatty", JAVA_INT, JAVA_INT);
    private final MethodHandle write = CFunction.find("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    /// Whether a descriptor is a terminal's.
    boolean isTerminal(int descriptor) {
        return CFunction.call(() -> (int) isatty.invokeExact(descriptor)) == 1;
    }

    /// Another descriptor for what one refers to.
    int copy(int descriptor) throws IOException {
        return number("dup", () -> (int) dup.invokeExact(descriptor));
    }

    /// Lets one descriptor refer to what another refers to.
    void exchange(int descriptor, int by) throws IOException {
        number("dup2", () -> (int) dup2.invokeExact(by, descriptor));
    }

    /// Opens a file at its end, making it if it is not there.
    int openAtEnd(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(file.toString());
            MemorySegment mode = arena.allocateFrom("a");
            MemorySegment opened = CFunction.call(() -> (MemorySegment) fopen.invokeExact(path, mode));
            if (opened.equals(MemorySegment.NULL)) {
                throw new IOException("fopen failed");
            }
            return number("fileno", () -> (int) fileno.invokeExact(opened));
        }
    }

    /// Writes all bytes.
    void write(int descriptor, byte[] bytes, int offset, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment left = arena.allocate(length);
            MemorySegment.copy(bytes, offset, left, JAVA_BYTE, 0, length);
            while (left.byteSize() > 0) {
                MemorySegment rest = left;
                long written = CFunction.call(() -> (long) write.invokeExact(descriptor, rest, rest.byteSize()));
                if (written < 0) {
                    throw new IOException("write failed");
                }
                left = rest.asSlice(written);
            }
        }
    }

    private static int number(String function, CFunction.Call<Integer> call) throws IOException {
        int result = CFunction.call(call);
        if (result < 0) {
            throw new IOException(function + " failed");
        }
        return result;
    }
}
