package semblance.model.onnx;

import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;

import semblance.model.card.DenseHead;
import semblance.model.card.TextTower;

/// A text tower as an ONNX graph, from the tokens of one text to one vector: the graph's own, or the mean over the states
/// of the text's tokens if the card has a head behind them (Reimers and Gurevych 2019). Not thread-safe.
public final class OnnxTextTower implements AutoCloseable {
    private final TextTower tower;
    private final int width;
    private final OnnxSession session;
    private final TokenTensors tokens;

    /// Loads the tower.
    ///
    /// @param dimension of its space
    /// @param threads   that work on one run, the calling thread included; at least 1
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not the card's tower
    public OnnxTextTower(GraphFile graph, TextTower tower, int dimension, int threads) {
        this.tower = tower;
        DenseHead head = tower.head();
        width = head == null ? dimension : head.hiddenDimension();
        session = OnnxSession.load(graph, List.of(tower.inputs().ids()), tower.output(), width,
                SessionSettings.cpu(threads));
        tokens = new TokenTensors(tower, session);
    }

    /// Encodes one text.
    ///
    /// @param ids of all tokens, special ones included; from one to the context length
    /// @return not normalised
    /// @throws semblance.model.EncodingException if the run fails
    public float[] encode(long[] ids) {
        Map<String, OnnxTensor> inputs = Map.of();
        try {
            inputs = tokens.of(ids);
            return tower.head() == null
                    ? session.run(inputs, tower.output(), 1, width)
                    : mean(session.run(inputs, tower.output(), 1, ids.length, width));
        } catch (OrtException e) {
            throw session.failure(e);
        } finally {
            inputs.values().forEach(OnnxValue::close);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private float[] mean(float[] states) {
        float[] mean = new float[width];
        for (int i = 0; i < states.length; i++) {
            mean[i % width] += states[i];
        }
        int count = states.length / width;
        for (int i = 0; i < width; i++) {
            mean[i] /= count;
        }
        return mean;
    }
}
