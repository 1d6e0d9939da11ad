package semblance.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import org.jspecify.annotations.Nullable;

import semblance.model.Embedding;
import semblance.model.ImageCrop;

/// What goes into an image tower's runs and comes out of them, in direct memory that grows to the largest batch and is
/// used again: the runtime reads and writes it in place, and nothing is allocated for a batch of the size of the last one.
/// Not thread-safe.
final class BatchTensors implements AutoCloseable {
    private record Batch(int crops, OnnxTensor input, OnnxTensor output) {
        void close() {
            input.close();
            output.close();
        }
    }

    private final OrtEnvironment environment;
    private final PixelBuffer pixels;
    private final OnnxJavaType inputType;
    private final OnnxJavaType outputType;
    private final int size;
    private final int dimension;
    private ByteBuffer inputs = allocate(0);
    private ByteBuffer outputs = allocate(0);
    private @Nullable Batch batch;

    /// @param pixels     writes the input type
    /// @param inputType  float32 or float16
    /// @param outputType float32 or float16
    /// @param size       of the crops
    /// @param dimension  of the embeddings
    BatchTensors(OrtEnvironment environment, PixelBuffer pixels, OnnxJavaType inputType, OnnxJavaType outputType,
            int size, int dimension) {
        this.environment = environment;
        this.pixels = pixels;
        this.inputType = inputType;
        this.outputType = outputType;
        this.size = size;
        this.dimension = dimension;
    }

    /// The pixels of a batch, valid until the next call.
    OnnxTensor input(List<ImageCrop> crops) throws OrtException {
        Batch made = batch(crops.size());
        pixels.write(crops, inputs);
        return made.input();
    }

    /// Where the vectors of a batch go, valid until the next call of [#input].
    OnnxTensor output(int crops) throws OrtException {
        return batch(crops).output();
    }

    /// The vectors that have been put out, normalised.
    List<Embedding> embeddings(int crops) {
        List<Embedding> embeddings = new ArrayList<>(crops);
        float[] vector = new float[dimension];
        for (int row = 0; row < crops; row++) {
            for (int i = 0; i < dimension; i++) {
                int at = row * dimension + i;
                vector[i] = outputType == OnnxJavaType.FLOAT
                        ? outputs.getFloat(Float.BYTES * at)
                        : Float.float16ToFloat(outputs.getShort(Short.BYTES * at));
            }
            embeddings.add(Embedding.normalized(vector));
        }
        return embeddings;
    }

    @Override
    public void close() {
        if (batch != null) {
            batch.close();
            batch = null;
        }
    }

    private Batch batch(int crops) throws OrtException {
        Batch made = batch;
        if (made == null || made.crops() != crops) {
            close();
            made = make(crops);
            batch = made;
        }
        return made;
    }

    private Batch make(int crops) throws OrtException {
        int in = pixels.bytes(crops);
        int out = Math.multiplyExact(crops, outputType.size * dimension);
        inputs = inputs.capacity() < in ? allocate(in) : inputs;
        outputs = outputs.capacity() < out ? allocate(out) : outputs;
        OnnxTensor input = tensor(inputs, in, inputType, crops, 3, size, size);
        return new Batch(crops, input, tensor(outputs, out, outputType, crops, dimension));
    }

    private OnnxTensor tensor(ByteBuffer memory, int bytes, OnnxJavaType type, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, memory.slice(0, bytes).order(ByteOrder.nativeOrder()), shape, type);
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
