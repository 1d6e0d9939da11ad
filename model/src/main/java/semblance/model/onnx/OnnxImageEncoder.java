package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.preprocess.ChannelStatistics;

/// An image tower as an ONNX graph: float32 pixels `[n, 3, size, size]` in, float32 vectors `[n, dimension]` out, which
/// are normalised here.
public final class OnnxImageEncoder implements ImageEncoder {
    private final EmbeddingSpace space;
    private final ImagePreprocessing preprocessing;
    private final Tensors tensors;
    private final PixelBuffer pixels;
    private final OnnxSession session;

    /// The graph's names for what goes in and what comes out.
    public record Tensors(String input, String output) {
    }

    /// Loads the tower.
    ///
    /// @param name    of the graph, for messages
    /// @param graph   the bytes of the ONNX file
    /// @param threads see [OnnxSession#load]; at least 1
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not such a tower
    public OnnxImageEncoder(String name, byte[] graph, Tensors tensors, EmbeddingSpace space,
            ImagePreprocessing preprocessing, ChannelStatistics statistics, int threads) {
        this.space = space;
        this.preprocessing = preprocessing;
        this.tensors = tensors;
        pixels = new PixelBuffer(preprocessing.size(), statistics);
        session = OnnxSession.load(name, graph, List.of(tensors.input()), tensors.output(), space.dimension(), threads);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public List<Embedding> encode(List<ImageCrop> crops) {
        int size = preprocessing.size();
        if (crops.isEmpty() || crops.stream().anyMatch(crop -> crop.size() != size)) {
            throw new IllegalArgumentException("a batch is one or more crops of edge " + size);
        }
        FloatBuffer batch = pixels.fill(crops);
        try (OnnxTensor input = OnnxTensor.createTensor(session.environment(), batch,
                new long[]{crops.size(), 3, size, size})) {
            return embeddings(session.run(Map.of(tensors.input(), input), tensors.output(), crops.size(),
                    space.dimension()));
        } catch (OrtException e) {
            throw session.failure(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private List<Embedding> embeddings(float[] rows) {
        List<Embedding> embeddings = new ArrayList<>();
        for (int at = 0; at < rows.length; at += space.dimension()) {
            embeddings.add(Embedding.normalized(Arrays.copyOfRange(rows, at, at + space.dimension())));
        }
        return embeddings;
    }
}
