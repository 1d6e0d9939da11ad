package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import semblance.model.Embedding;

/// The end of a text tower on a frozen sentence encoder, as an ONNX graph: a float32 sentence embedding `[1, from]` in, a
/// float32 vector `[1, to]` of the image tower's space out. Not thread-safe.
public final class OnnxTextHead implements AutoCloseable {
    private final String input;
    private final String output;
    private final int dimension;
    private final OnnxSession session;

    /// Loads the head.
    ///
    /// @param name      of the graph, for messages
    /// @param graph     the bytes of the ONNX file
    /// @param dimension of the image tower's space
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not such a head
    public OnnxTextHead(String name, byte[] graph, String input, String output, int dimension) {
        this.input = input;
        this.output = output;
        this.dimension = dimension;
        session = OnnxSession.load(name, graph, List.of(input), output, dimension, 1);
    }

    /// Maps a sentence embedding into the space.
    ///
    /// @throws semblance.model.EncodingException if the run fails or its output is not finite
    public Embedding encode(Embedding sentence) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(session.environment(), FloatBuffer.wrap(sentence.toArray()),
                new long[]{1, sentence.dimension()})) {
            return Embedding.normalized(session.run(Map.of(input, tensor), output, 1, dimension));
        } catch (OrtException e) {
            throw session.failure(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
