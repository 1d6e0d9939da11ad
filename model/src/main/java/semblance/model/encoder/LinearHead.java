package semblance.model.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import semblance.model.ModelLoadException;

/// A dense layer without activation, read from a safetensors file: eight bytes of length, a JSON header that says where
/// each tensor lies, and the tensors as little-endian numbers. Immutable and thread-safe.
final class LinearHead implements TextHead {
    private static final String WEIGHT = "linear.weight";
    private static final String BIAS = "linear.bias";

    private final int from;
    private final float[] weight;
    private final float[] bias;

    private LinearHead(int from, float[] weight, float[] bias) {
        this.from = from;
        this.weight = weight;
        this.bias = bias;
    }

    /// Reads `linear.weight` `[to, from]` and, if there is one, `linear.bias` `[to]`, both float32.
    ///
    /// @param name of the file, for messages
    /// @throws ModelLoadException if the file is damaged or holds other tensors
    static LinearHead read(String name, byte[] file, int from, int to) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < Long.BYTES ? -1 : bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            throw refused(name, "it is cut short");
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        ByteBuffer tensors = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            JsonNode entries = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
            float[] weight = floats(name, entries.path(WEIGHT), tensors, List.of(to, from))
                    .orElseThrow(() -> refused(name, WEIGHT + " is missing"));
            float[] bias = floats(name, entries.path(BIAS), tensors, List.of(to)).orElseGet(() -> new float[to]);
            return new LinearHead(from, weight, bias);
        } catch (JsonProcessingException e) {
            throw refused(name, "its header is not JSON");
        }
    }

    @Override
    public float[] apply(float[] vector) {
        float[] result = bias.clone();
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < from; column++) {
                result[row] += weight[row * from + column] * vector[column];
            }
        }
        return result;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static Optional<float[]> floats(String name, JsonNode entry, ByteBuffer tensors, List<Integer> shape) {
        if (entry.isMissingNode()) {
            return Optional.empty();
        }
        List<Integer> found = new ArrayList<>();
        entry.path("shape").forEach(axis -> found.add(axis.asInt()));
        long start = entry.path("data_offsets").path(0).asLong(-1);
        int count = shape.stream().reduce(1, Math::multiplyExact);
        if (!entry.path("dtype").asText().equals("F32") || !found.equals(shape)) {
            throw refused(name, "it holds " + entry.path("dtype").asText() + found + " instead of F32" + shape);
        }
        if (start < 0 || start + (long) count * Float.BYTES > tensors.limit()) {
            throw refused(name, "it is cut short");
        }
        float[] values = new float[count];
        tensors.slice((int) start, count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Optional.of(values);
    }

    private static ModelLoadException refused(String name, String why) {
        return new ModelLoadException("The head " + name + " cannot be used: " + why
                + ". Import or download the model again.");
    }
}
