package semblance.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import semblance.model.ModelLoadException;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderTrial;
import semblance.model.provider.Refusal;

/// Runs a graph of a few nodes, as image towers have them, on a provider alone, and compares what comes out with the CPU's.
/// That a provider was compiled in says little: its libraries, its driver or the card itself may be missing.
public final class OnnxProviderTrial implements ProviderTrial {
    private static final String GRAPH = "probe.onnx";
    private static final int EDGE = 8;
    private static final float TOLERANCE = 0.01f;

    @Override
    public Optional<Refusal> tryOut(ExecutionProvider provider) {
        if (!OrtEnvironment.getAvailableProviders().contains(ProviderOptions.name(provider))) {
            return Optional.of(ProviderTrouble.notBuiltIn(provider));
        }
        try {
            float[] there = run(provider);
            float[] here = run(ExecutionProvider.CPU);
            for (int i = 0; i < here.length; i++) {
                if (!(Math.abs(there[i] - here[i]) <= TOLERANCE)) { // which also finds what is no number
                    return Optional.of(new Refusal(provider, "it computes " + there[i] + " where the CPU computes "
                            + here[i], "Update its driver.", true));
                }
            }
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of(ProviderTrouble.of(provider, String.valueOf(e.getMessage())));
        }
    }

    private static float[] run(ExecutionProvider provider) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            ProviderOptions.add(options, provider);
            if (provider != ExecutionProvider.CPU) {
                options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
            }
            try (OrtSession session = environment.createSession(graph(), options);
                    OnnxTensor pixels = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels()),
                            new long[]{1, 3, EDGE, EDGE});
                    OrtSession.Result result = session.run(Map.of("pixels", pixels))) {
                return ((float[][]) result.get(0).getValue())[0];
            }
        }
    }

    /// Numbers between -1 and 1, all different.
    private static float[] pixels() {
        float[] pixels = new float[3 * EDGE * EDGE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2f * i / pixels.length - 1;
        }
        return pixels;
    }

    private static byte[] graph() {
        try (InputStream in = Objects.requireNonNull(OnnxProviderTrial.class.getResourceAsStream(GRAPH), GRAPH)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelLoadException("The program's own " + GRAPH + " cannot be read (" + e.getMessage()
                    + "). Reinstall Semblance.", e);
        }
    }
}
