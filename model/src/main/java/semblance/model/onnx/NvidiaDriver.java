package semblance.model.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/// The driver of NVIDIA cards, which is not part of CUDA.
final class NvidiaDriver {
    private NvidiaDriver() {
    }

    /// Whether it is installed.
    @SuppressWarnings("restricted") // it is only asked whether it is there
    static boolean isInstalled() {
        String library = System.getProperty("os.name", "").startsWith("Windows") ? "nvcuda.dll" : "libcuda.so.1";
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) { // which is how it says no
            return false;
        }
    }
}
