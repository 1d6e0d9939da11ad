package semblance.model.onnx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.Refusal;

/// Puts what ONNX Runtime says of a provider that does not work into words that help.
final class ProviderTrouble {
    private static final Pattern MISSING = Pattern.compile("with error: (\\S+): cannot open shared object file");
    private static final Pattern CODE = Pattern.compile("CUDA failure (\\d+)");
    private static final Pattern CODE_OF_RUNTIME = Pattern.compile("^Error code - \\w+ - message: ");
    private static final int LONGEST = 200;

    private ProviderTrouble() {
    }

    /// For a provider that this ONNX Runtime was built without.
    static Refusal notBuiltIn(ExecutionProvider provider) {
        return new Refusal(provider, "this build of Semblance does not have it",
                isNvidia(provider) ? "For an NVIDIA card, build with -Pcuda." : "", false);
    }

    /// For one that was built in.
    ///
    /// @param message the runtime's
    static Refusal of(ExecutionProvider provider, String message) {
        return of(provider, message, NvidiaDriver.isInstalled());
    }

    static Refusal of(ExecutionProvider provider, String message, boolean nvidiaDriver) {
        if (isNvidia(provider) && !nvidiaDriver) {
            return refused(provider, "there is no NVIDIA driver",
                    "If this machine has an NVIDIA card, install its driver, CUDA 12 and cuDNN 9.");
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return refused(provider, missing.group(1) + " is not found", install(missing.group(1)));
        }
        Matcher code = CODE.matcher(message);
        return code.find() ? failed(provider, Integer.parseInt(code.group(1)), message) : other(provider, message);
    }

    private static Refusal failed(ExecutionProvider provider, int code, String message) {
        return switch (code) {
            case 2 -> refused(provider, "the card has no memory left", "Close other programs that use it.");
            case 35 -> refused(provider, "the NVIDIA driver is too old for CUDA 12", "Install a newer driver.");
            case 100 -> refused(provider, "no NVIDIA card is found", "");
            case 209 -> refused(provider, "the card is too old or too new for this ONNX Runtime", "");
            default -> other(provider, message);
        };
    }

    private static Refusal other(ExecutionProvider provider, String message) {
        String line = CODE_OF_RUNTIME.matcher(message.strip()).replaceFirst("").lines().findFirst()
                .orElse("it fails without a word");
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("loadlibrary failed")) {
            return refused(provider, "a library that it needs is not found (" + shortened(line) + ")",
                    install("cudart"));
        }
        return refused(provider, shortened(line), "");
    }

    private static String install(String library) {
        if (library.contains("cudnn")) {
            return "Install cuDNN 9 for CUDA 12.";
        }
        if (library.contains("nvinfer") || library.contains("nvonnxparser")) {
            return "Install TensorRT 10 for CUDA 12.";
        }
        return "Install CUDA 12 and cuDNN 9, and let the system find their libraries.";
    }

    private static Refusal refused(ExecutionProvider provider, String why, String remedy) {
        return new Refusal(provider, why, remedy, true);
    }

    private static boolean isNvidia(ExecutionProvider provider) {
        return provider == ExecutionProvider.CUDA || provider == ExecutionProvider.TENSOR_RT;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
