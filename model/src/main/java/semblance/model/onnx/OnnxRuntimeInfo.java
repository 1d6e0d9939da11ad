package semblance.model.onnx;

import java.util.stream.Collectors;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;

import semblance.model.ModelLoadException;

/// Which ONNX Runtime this is.
public final class OnnxRuntimeInfo {
    private OnnxRuntimeInfo() {
    }

    /// Its version and the execution providers it was built with, in a line.
    ///
    /// @throws ModelLoadException if its native library cannot be loaded on this machine
    public static String describe() {
        try {
            return OrtEnvironment.getEnvironment().getVersion() + ", built with "
                    + OrtEnvironment.getAvailableProviders().stream().map(OrtProvider::getName).sorted()
                            .collect(Collectors.joining(", "));
        } catch (UnsatisfiedLinkError e) {
            throw new ModelLoadException("ONNX Runtime does not run on this machine: " + e.getMessage(), e);
        }
    }
}
