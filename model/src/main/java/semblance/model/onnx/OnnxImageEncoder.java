package semblance.model.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.card.ImageTower;

/// An image tower as an ONNX graph: float32 or float16 pixels `[n, 3, size, size]` in, vectors `[n, dimension]` out, which
/// are normalised here if the graph does not. A graph made for one picture at a time gets one at a time.
public final class OnnxImageEncoder implements ImageEncoder {
    private final EmbeddingSpace space;
    private final ImagePreprocessing preprocessing;
    private final String input;
    private final String output;
    private final PixelBuffer pixels;
    private final OnnxSession session;
    private final boolean half;
    private final boolean oneByOne;

    /// Loads the tower.
    ///
    /// @param threads that work on one run, the calling thread included; at least 1
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not the card's tower
    public OnnxImageEncoder(GraphFile graph, ImageTower tower, EmbeddingSpace space, int threads) {
        this.space = space;
        preprocessing = tower.preprocessing();
        input = tower.input();
        output = tower.output();
        pixels = new PixelBuffer(tower.size(), tower.statistics());
        session = OnnxSession.load(graph, List.of(input), output, space.dimension(), threads);
        half = session.type(input) == OnnxJavaType.FLOAT16;
        oneByOne = session.length(input, 0).filter(length -> length == 1).isPresent();
        if (!half && session.type(input) != OnnxJavaType.FLOAT) {
            throw session.refuse("takes " + session.type(input) + " pixels instead of float ones");
        }
        for (int axis = 2; axis <= 3; axis++) {
            int length = session.length(input, axis).orElse(tower.size());
            if (length != tower.size()) {
                throw session.refuse("takes pictures of edge " + length + ", not " + tower.size());
            }
        }
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
        if (!oneByOne) {
            return run(crops);
        }
        return crops.stream().flatMap(crop -> run(List.of(crop)).stream()).toList();
    }

    @Override
    public void close() {
        session.close();
    }

    private List<Embedding> run(List<ImageCrop> crops) {
        try (OnnxTensor batch = tensor(crops)) {
            return embeddings(session.run(Map.of(input, batch), output, crops.size(), space.dimension()));
        } catch (OrtException e) {
            throw session.failure(e);
        }
    }

    private OnnxTensor tensor(List<ImageCrop> crops) throws OrtException {
        int size = preprocessing.size();
        long[] shape = {crops.size(), 3, size, size};
        FloatBuffer floats = pixels.fill(crops);
        return half
                ? OnnxTensor.createTensor(session.environment(), PixelBuffer.half(floats), shape, OnnxJavaType.FLOAT16)
                : OnnxTensor.createTensor(session.environment(), floats, shape);
    }

    private List<Embedding> embeddings(float[] rows) {
        List<Embedding> embeddings = new ArrayList<>();
        for (int at = 0; at < rows.length; at += space.dimension()) {
            embeddings.add(Embedding.normalized(Arrays.copyOfRange(rows, at, at + space.dimension())));
        }
        return embeddings;
    }
}
