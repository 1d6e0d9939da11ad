package planted.semblance.model;

import ai.onnxruntime.OrtSession;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.ONNX_RUNTIME_IN_ONE_PACKAGE)
final class UsesOnnxRuntime {
    static final Class<?> USED = OrtSession.class;
}
