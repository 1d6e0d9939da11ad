package semblance.app.natives;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/// Functions of the C library.
final class CFunction {
    private CFunction() {
    }

    /// Finds one by its name.
    ///
    /// @throws UnsupportedOperationException    if Java cannot call C on this system
    /// @throws java.util.NoSuchElementException if the system has no such function
    @SuppressWarnings("restricted") // the signatures are those of POSIX
    static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments));
    }

    /// A call by a method handle.
    interface Call<T> {
        T run() throws Throwable;
    }

    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (Throwable e) { // what the signature of a method handle says; C throws nothing
            throw new IllegalStateException("a C function was called wrongly", e);
        }
    }
}
