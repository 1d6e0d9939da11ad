package semblance.model.onnx;

import java.util.List;
import java.util.Locale;

import ai.onnxruntime.OrtException;

/// Tells a lack of memory, a card's or the machine's, from other failures. ONNX Runtime has no code for it: what it passes
/// on are the words of its arena, CUDA, cuBLAS, cuDNN, Direct3D or the C++ library.
final class OutOfMemory {
    private static final List<String> WORDS = List.of("failed to allocate memory", "out of memory", "bad_alloc",
            "bad allocation", "status_alloc_failed", "allocation_failed", "not enough memory", "8007000e");

    private OutOfMemory() {
    }

    static boolean isCauseOf(OrtException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(message::contains);
    }
}
