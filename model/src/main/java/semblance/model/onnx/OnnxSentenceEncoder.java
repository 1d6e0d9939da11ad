package semblance.model.onnx;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import semblance.model.Embedding;

/// A sentence transformer of the BERT family as an ONNX graph (Reimers and Gurevych 2019): int64 `input_ids`,
/// `attention_mask` and `token_type_ids` `[1, length]` in, `last_hidden_state` `[1, length, dimension]` out; a sentence
/// is the mean over its tokens.
///
/// One sentence a run, unpadded: an int8 graph that quantises its activations on the fly takes one scale for the whole
/// batch, so that company or padding would change a sentence's embedding. Not thread-safe.
public final class OnnxSentenceEncoder implements AutoCloseable {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final String OUTPUT = "last_hidden_state";

    private final int dimension;
    private final OnnxSession session;

    /// Loads the transformer.
    ///
    /// @param name    of the graph, for messages
    /// @param graph   the bytes of the ONNX file
    /// @param threads see [OnnxSession#load]; at least 1
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not such a transformer
    public OnnxSentenceEncoder(String name, byte[] graph, int dimension, int threads) {
        this.dimension = dimension;
        session = OnnxSession.load(name, graph, List.of(IDS, MASK, TYPES), OUTPUT, dimension, threads);
    }

    /// Encodes one sentence.
    ///
    /// @param ids of all tokens, special ones included; at least one
    /// @return the sentence's unit vector
    /// @throws semblance.model.EncodingException if the run fails or its output is not finite
    public Embedding encode(long[] ids) {
        if (ids.length == 0) {
            throw new IllegalArgumentException("a sentence has at least one token");
        }
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor idTensor = tensor(ids);
                OnnxTensor maskTensor = tensor(mask);
                OnnxTensor typeTensor = tensor(new long[ids.length])) {
            return mean(session.run(Map.of(IDS, idTensor, MASK, maskTensor, TYPES, typeTensor), OUTPUT, 1, ids.length,
                    dimension));
        } catch (OrtException e) {
            throw session.failure(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        OrtEnvironment environment = session.environment();
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[]{1, row.length});
    }

    /// The sum points where the mean points; only its direction is left after normalising.
    private Embedding mean(float[] hidden) {
        float[] sum = new float[dimension];
        for (int i = 0; i < hidden.length; i++) {
            sum[i % dimension] += hidden[i];
        }
        return Embedding.normalized(sum);
    }
}
