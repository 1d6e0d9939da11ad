package semblance.model.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a graph's operators are computed by.
public enum ExecutionProvider {
    /// NVIDIA cards.
    CUDA("cuda", "CUDA", true),
    /// Apple's processors.
    CORE_ML("coreml", "CoreML", true),
    /// Any card on Windows.
    DIRECT_ML("directml", "DirectML", true),
    /// Intel's processors and cards.
    OPEN_VINO("openvino", "OpenVINO", true),
    /// NVIDIA cards, after compiling a graph for minutes; so only for those who ask for it.
    TENSOR_RT("tensorrt", "TensorRT", true),
    /// The processor, with any graph.
    CPU("cpu", "CPU", false);

    /// What stands for a choice of the program's.
    public static final String AUTOMATIC = "auto";

    private final String id;
    private final String title;
    private final boolean halfPrecisionGains;

    ExecutionProvider(String id, String title, boolean halfPrecisionGains) {
        this.id = id;
        this.title = title;
        this.halfPrecisionGains = halfPrecisionGains;
    }

    /// Its name in options, settings and documents.
    public String id() {
        return id;
    }

    /// Its name in sentences.
    public String title() {
        return title;
    }

    /// Whether models of half precision (fp16) are faster on it than those of full precision (fp32). A processor computes
    /// in full precision whatever the weights are stored in, and converts them first.
    public boolean halfPrecisionGains() {
        return halfPrecisionGains;
    }

    /// Finds one by its name, whatever its case.
    public static Optional<ExecutionProvider> find(String id) {
        return Arrays.stream(values()).filter(provider -> provider.id.equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// What a choice may be named, for messages.
    public static String names() {
        return AUTOMATIC + ", " + Arrays.stream(values()).map(ExecutionProvider::id).collect(Collectors.joining(", "));
    }

    /// Those that are tried in turn before the CPU where the user has not chosen one.
    ///
    /// @param system as `os.name` says it
    public static List<ExecutionProvider> automatic(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of(CORE_ML);
        }
        return name.startsWith("windows") ? List.of(CUDA, DIRECT_ML, OPEN_VINO) : List.of(CUDA, OPEN_VINO);
    }
}
