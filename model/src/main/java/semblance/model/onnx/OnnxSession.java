package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import semblance.model.EncodingException;
import semblance.model.ModelLoadException;

/// A loaded graph. What ONNX Runtime complains about becomes a [ModelLoadException] before the first run and an
/// [EncodingException] after it; a failed run leaves the session usable.
///
/// Not thread-safe, as the encoders around it.
final class OnnxSession implements AutoCloseable {
    private static final String REMEDY = ". Reinstall Semblance or choose another model.";
    private static final long UNKNOWN = -1;

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private boolean closed;

    private OnnxSession(String name, OrtEnvironment environment, OrtSession session) {
        this.name = name;
        this.environment = environment;
        this.session = session;
    }

    /// Loads a graph and checks that it is what its caller takes it for.
    ///
    /// @param name    of the graph, for messages
    /// @param threads that work on one operator, the calling thread included; they sleep between runs instead of
    ///                spinning, for decoding runs beside them on the same cores
    /// @throws ModelLoadException if the runtime refuses the graph, or it lacks one of the inputs, or an output whose last
    ///                            axis has that many dimensions
    static OnnxSession load(String name, byte[] graph, List<String> inputs, String output, int dimension,
            int threads) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = environment.createSession(graph, options);
            if (!session.getInputNames().containsAll(inputs) || !puts(session, output, dimension)) {
                session.close();
                throw new ModelLoadException(name + " is not a graph from " + inputs + " to " + output + " of "
                        + dimension + " dimensions" + REMEDY);
            }
            return new OnnxSession(name, environment, session);
        } catch (OrtException e) {
            throw new ModelLoadException("ONNX Runtime refuses " + name + ": " + e.getMessage() + REMEDY, e);
        }
    }

    OrtEnvironment environment() {
        return environment;
    }

    /// One run.
    ///
    /// @param shape that the output has to have
    /// @return the output's numbers, row by row
    float[] run(Map<String, OnnxTensor> inputs, String output, long... shape) throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            if (!(result.get(output).orElse(null) instanceof OnnxTensor tensor)
                    || !Arrays.equals(tensor.getInfo().getShape(), shape)) {
                throw new EncodingException(name + " did not put out " + output + " " + Arrays.toString(shape));
            }
            FloatBuffer numbers = tensor.getFloatBuffer();
            float[] copy = new float[numbers.remaining()];
            numbers.get(copy);
            return copy;
        }
    }

    EncodingException failure(OrtException cause) {
        return new EncodingException("ONNX Runtime failed in " + name + ": " + cause.getMessage(), cause);
    }

    /// Frees the graph. Closing again does nothing.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean puts(OrtSession session, String output, int dimension) throws OrtException {
        NodeInfo node = session.getOutputInfo().get(output);
        if (node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
            return false;
        }
        long last = Arrays.stream(tensor.getShape()).reduce(0, (_, axis) -> axis);
        return last == dimension || last == UNKNOWN;
    }
}
