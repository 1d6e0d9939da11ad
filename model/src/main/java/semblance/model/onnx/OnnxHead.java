package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

/// The end of a text tower as an ONNX graph: a float32 vector `[1, from]` in, one `[1, dimension]` out. Not thread-safe.
public final class OnnxHead implements AutoCloseable {
    private final String input;
    private final String output;
    private final int dimension;
    private final OnnxSession session;

    /// Loads the head.
    ///
    /// @param input     the graph's name for what goes in
    /// @param output    the graph's name for what comes out
    /// @param dimension of the image tower's space
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not such a head
    public OnnxHead(GraphFile graph, String input, String output, int dimension) {
        this.input = input;
        this.output = output;
        this.dimension = dimension;
        session = OnnxSession.load(graph, List.of(input), output, dimension, SessionSettings.cpu(1));
    }

    /// Maps a vector.
    ///
    /// @return not normalised
    /// @throws semblance.model.EncodingException if the run fails
    public float[] apply(float[] vector) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(session.environment(), FloatBuffer.wrap(vector),
                new long[]{1, vector.length})) {
            return session.run(Map.of(input, tensor), output, 1, dimension);
        } catch (OrtException e) {
            throw session.failure(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
