package semblance.model.onnx;

import java.util.Map;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;

import semblance.model.provider.ExecutionProvider;

/// The providers as ONNX Runtime knows them.
final class ProviderOptions {
    private static final int FIRST_CARD = 0;

    private ProviderOptions() {
    }

    static OrtProvider name(ExecutionProvider provider) {
        return switch (provider) {
            case CUDA -> OrtProvider.CUDA;
            case CORE_ML -> OrtProvider.CORE_ML;
            case DIRECT_ML -> OrtProvider.DIRECT_ML;
            case OPEN_VINO -> OrtProvider.OPEN_VINO;
            case TENSOR_RT -> OrtProvider.TENSOR_RT;
            case CPU -> OrtProvider.CPU;
        };
    }

    /// Has a session offer its nodes to a provider before the CPU.
    ///
    /// @throws OrtException if the provider cannot be loaded
    static void add(SessionOptions options, ExecutionProvider provider) throws OrtException {
        switch (provider) {
            case CUDA -> addCuda(options);
            case CORE_ML -> options.addCoreML(Map.of("ModelFormat", "MLProgram")); // computes in the graph's own types
            case DIRECT_ML -> {
                options.setMemoryPatternOptimization(false); // which it does not allow
                options.addDirectML(FIRST_CARD);
            }
            case OPEN_VINO -> options.addOpenVINO("AUTO");
            case TENSOR_RT -> {
                // Through its options alone the runtime says which library is missing.
                try (OrtTensorRTProviderOptions tensorRt = new OrtTensorRTProviderOptions(FIRST_CARD)) {
                    options.addTensorrt(tensorRt);
                }
                addCuda(options);
            }
            case CPU -> {
                // is there anyway
            }
        }
    }

    private static void addCuda(SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST_CARD)) {
            // Not doubling each time: the card's memory is shared with other programs.
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            // Searching exhaustively takes seconds, anew for every batch size.
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            options.addCUDA(cuda);
        }
    }
}
