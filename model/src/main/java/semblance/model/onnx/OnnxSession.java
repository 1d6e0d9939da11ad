package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
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
    private static final long FREE = -1;

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
    /// @param settings whose threads sleep between runs instead of spinning, for decoding runs beside them on the same
    ///                 cores
    /// @throws ModelLoadException if the runtime refuses the graph, or it lacks one of the inputs, or an output whose last
    ///                            axis has that many dimensions
    static OnnxSession load(GraphFile graph, List<String> inputs, String output, int dimension,
            SessionSettings settings) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(settings.threads());
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            ProviderOptions.add(options, settings.provider());
            if (settings.profile() != null) {
                options.enableProfiling(settings.profile().toString());
            }
            OrtSession session = create(environment, graph, options);
            if (!session.getInputNames().containsAll(inputs) || !puts(session, output, dimension)) {
                session.close();
                throw new ModelLoadException(graph.name() + " is not a graph from " + inputs + " to " + output + " of "
                        + dimension + " dimensions" + REMEDY);
            }
            return new OnnxSession(graph.name(), environment, session);
        } catch (OrtException e) {
            throw new ModelLoadException("ONNX Runtime refuses " + graph.name() + ": " + e.getMessage() + REMEDY, e);
        }
    }

    private static OrtSession create(OrtEnvironment environment, GraphFile graph, OrtSession.SessionOptions options)
            throws OrtException {
        return switch (graph) {
            case GraphFile.InMemory(_, byte[] bytes) -> environment.createSession(bytes, options);
            case GraphFile.OnDisk(_, var path) -> environment.createSession(path.toString(), options);
        };
    }

    OrtEnvironment environment() {
        return environment;
    }

    /// Whether the graph has an input of this name.
    boolean takes(String input) {
        return session.getInputNames().contains(input);
    }

    /// The type of an input's numbers.
    OnnxJavaType type(String input) {
        return info(input).map(info -> info.type).orElse(OnnxJavaType.UNKNOWN);
    }

    /// The type of an output's numbers.
    OnnxJavaType outputType(String output) {
        try {
            NodeInfo node = session.getOutputInfo().get(output);
            return node != null && node.getInfo() instanceof TensorInfo tensor ? tensor.type : OnnxJavaType.UNKNOWN;
        } catch (OrtException e) {
            throw undescribed(e);
        }
    }

    /// The length of an input's axis.
    ///
    /// @return empty if it may be any
    Optional<Integer> length(String input, int axis) {
        return info(input).map(TensorInfo::getShape).filter(shape -> axis < shape.length && shape[axis] >= 0)
                .map(shape -> Math.toIntExact(shape[axis]));
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

    /// One run into memory of the caller's.
    ///
    /// @param outputs with the shapes that the outputs have to have
    void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) throws OrtException {
        session.run(inputs, outputs).close();
    }

    /// Ends the profile that the settings asked for.
    ///
    /// @return the file
    Path endProfile() throws OrtException {
        return Path.of(session.endProfiling());
    }

    EncodingException failure(OrtException cause) {
        return new EncodingException("ONNX Runtime failed in " + name + ": " + cause.getMessage(), cause);
    }

    /// The graph turned out not to fit its card; it is closed.
    ModelLoadException refuse(String why) {
        close();
        return new ModelLoadException(name + " " + why + REMEDY);
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

    private Optional<TensorInfo> info(String input) {
        try {
            NodeInfo node = session.getInputInfo().get(input);
            return node != null && node.getInfo() instanceof TensorInfo tensor ? Optional.of(tensor) : Optional.empty();
        } catch (OrtException e) {
            throw undescribed(e);
        }
    }

    private ModelLoadException undescribed(OrtException cause) {
        return new ModelLoadException("ONNX Runtime cannot describe " + name + ": " + cause.getMessage() + REMEDY,
                cause);
    }

    private static boolean puts(OrtSession session, String output, int dimension) throws OrtException {
        NodeInfo node = session.getOutputInfo().get(output);
        if (node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
            return false;
        }
        long last = Arrays.stream(tensor.getShape()).reduce(0, (_, axis) -> axis);
        return last == dimension || last == FREE;
    }
}
