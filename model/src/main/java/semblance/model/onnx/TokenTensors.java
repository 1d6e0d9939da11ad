package semblance.model.onnx;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import org.jspecify.annotations.Nullable;

import semblance.model.card.IdType;
import semblance.model.card.Padding;
import semblance.model.card.TextTower;
import semblance.model.card.TowerKind;

/// The tokens of one text as a text graph takes them: padded by the card's rule, of its integer type, with the mask and
/// the types that it asks for.
///
/// The runtime takes tensors of one text only: a graph that quantises its activations on the fly takes one scale for the
/// whole batch, so that company would change a text's embedding.
final class TokenTensors {
    private final TextTower tower;
    private final OnnxSession session;
    private final int padded;

    /// @throws semblance.model.ModelLoadException if the graph takes other tokens than the card says; it is closed then
    TokenTensors(TextTower tower, OnnxSession session) {
        this.tower = tower;
        this.session = session;
        String ids = tower.inputs().ids();
        OnnxJavaType expected = tower.idType() == IdType.INT32 ? OnnxJavaType.INT32 : OnnxJavaType.INT64;
        if (session.type(ids) != expected) {
            throw session.refuse("takes token ids of type " + session.type(ids) + ", not " + expected);
        }
        int fixed = session.length(ids, 1).orElse(0);
        if (fixed != 0 && (fixed != tower.contextLength() || tower.padding() == Padding.NONE)) {
            throw session.refuse("takes exactly " + fixed + " tokens, which is not what its card says");
        }
        padded = tower.padding() == Padding.MAX_LENGTH ? tower.contextLength() : fixed;
    }

    /// The inputs of one run; the caller closes the tensors.
    ///
    /// @param ids of all tokens, special ones included; from one to the context length
    Map<String, OnnxTensor> of(long[] ids) throws OrtException {
        if (ids.length == 0 || ids.length > tower.contextLength()) {
            throw new IllegalArgumentException(ids.length + " tokens");
        }
        long[] row = Arrays.copyOf(ids, Math.max(ids.length, padded));
        Arrays.fill(row, ids.length, row.length, tower.padId());
        long[] mask = new long[row.length];
        // SigLIP was trained to look at its padding.
        Arrays.fill(mask, 0, tower.kind() == TowerKind.SIGLIP ? row.length : ids.length, 1);
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        tensors.put(tower.inputs().ids(), tensor(row));
        putIfTaken(tensors, tower.inputs().mask(), mask);
        putIfTaken(tensors, tower.inputs().types(), new long[row.length]);
        return tensors;
    }

    private void putIfTaken(Map<String, OnnxTensor> tensors, @Nullable String input, long[] row) throws OrtException {
        if (input != null && session.takes(input)) {
            tensors.put(input, tensor(row));
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        long[] shape = {1, row.length};
        if (tower.idType() == IdType.INT64) {
            return OnnxTensor.createTensor(session.environment(), LongBuffer.wrap(row), shape);
        }
        int[] narrow = Arrays.stream(row).mapToInt(Math::toIntExact).toArray();
        return OnnxTensor.createTensor(session.environment(), IntBuffer.wrap(narrow), shape);
    }
}
