package semblance.model.onnx.random;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import semblance.model.EmbeddingSpace;
import semblance.model.ImageEncoder;
import semblance.model.card.Cleaning;
import semblance.model.card.IdType;
import semblance.model.card.ImageTower;
import semblance.model.card.Padding;
import semblance.model.card.Precision;
import semblance.model.card.TextInputs;
import semblance.model.card.TextTower;
import semblance.model.card.TowerKind;
import semblance.model.onnx.GraphFile;
import semblance.model.onnx.OnnxImageEncoder;
import semblance.model.onnx.OnnxTextTower;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;
import semblance.model.provider.ExecutionProvider;

/// A CLIP of random weights in files: it takes as long as a trained one of its shape, on any machine and without a download.
/// The same weights at each writing. Not thread-safe.
public final class RandomClip {
    private static final String IMAGES = "vision.onnx";
    private static final String TEXTS = "text.onnx";
    private static final long SEED = 20_210_226;
    private static final List<Double> MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> STD = List.of(0.26862954, 0.26130258, 0.27577711);
    /// What hides a token: no score comes near it.
    private static final double HIDDEN = -1e9;

    private final ClipShape shape;
    private final Path folder;

    /// @param folder exists and holds no such model yet
    public RandomClip(ClipShape shape, Path folder) {
        this.shape = shape;
        this.folder = folder;
    }

    /// Writes the image tower.
    ///
    /// @return its parameters
    /// @throws IOException if there is no room for four bytes a parameter, for instance
    public long writeImages() throws IOException {
        return write(IMAGES, this::images);
    }

    /// Writes the text tower.
    ///
    /// @return its parameters
    /// @throws IOException if there is no room for four bytes a parameter, for instance
    public long writeTexts() throws IOException {
        return write(TEXTS, this::texts);
    }

    private interface Tower {
        void write(RandomGraph graph) throws IOException;
    }

    private long write(String file, Tower tower) throws IOException {
        Path weights = folder.resolve(file + ".weights");
        WritableByteChannel channel = FileChannel.open(weights, StandardOpenOption.WRITE,
                StandardOpenOption.CREATE_NEW);
        try (RandomGraph graph = new RandomGraph(folder.resolve(file),
                new WeightFile(String.valueOf(weights.getFileName()), channel, SEED))) {
            tower.write(graph);
            return graph.parameters();
        }
    }

    void images(RandomGraph graph) throws IOException {
        int width = shape.vision().width();
        String pixels = graph.input("pixel_values", RandomGraph.FLOAT, "n", "3", "height", "width");
        int inputs = 3 * shape.patch() * shape.patch();
        String patches = graph.node("Conv",
                List.of(pixels, graph.weight(inputs, width, 3, shape.patch(), shape.patch())),
                RandomGraph.list("strides", shape.patch(), shape.patch()));
        String tokens = graph.transpose(graph.reshape(patches, 0, width, -1), 0, 2, 1);
        String count = graph.node("Slice",
                List.of(graph.node("Shape", List.of(pixels)), graph.whole(0), graph.whole(1)));
        String first = graph.node("Expand", List.of(graph.weight(width, width),
                graph.node("Concat", List.of(count, graph.whole(1, width)), RandomGraph.one("axis", 0))));
        String all = graph.node("Concat", List.of(first, tokens), RandomGraph.one("axis", 1));
        String placed = graph.node("Add", List.of(all, graph.weight(width, shape.patches() + 1, width)));
        String state = new RandomTransformer(graph, shape.vision()).write(graph.norm(placed, width), null);
        String pooled = graph.reshape(
                graph.node("Gather", List.of(state, graph.whole(0)), RandomGraph.one("axis", 1)), 0, width);
        graph.output(project(graph, graph.norm(pooled, width), width), "image_embeds", "n",
                String.valueOf(shape.dimension()));
    }

    void texts(RandomGraph graph) throws IOException {
        int width = shape.text().width();
        String ids = graph.input("input_ids", RandomGraph.INT64, "n", "length");
        String words = graph.node("Gather", List.of(graph.weight(width, shape.vocabulary(), width), ids));
        String count = graph.node("Slice",
                List.of(graph.node("Shape", List.of(ids)), graph.whole(1), graph.whole(2)));
        String places = graph.node("Slice",
                List.of(graph.weight(width, shape.context(), width), graph.whole(0), count, graph.whole(0)));
        String state = new RandomTransformer(graph, shape.text())
                .write(graph.node("Add", List.of(words, places)), causal(graph, count));
        String end = graph.node("ArgMax", List.of(ids), RandomGraph.one("axis", 1),
                RandomGraph.one("keepdims", 1));
        String pooled = graph.node("GatherND", List.of(graph.norm(state, width), end),
                RandomGraph.one("batch_dims", 1));
        graph.output(project(graph, pooled, width), "text_embeds", "n", String.valueOf(shape.dimension()));
    }

    /// Loads the image tower, which has been written.
    ///
    /// @param threads  that work on one run
    /// @param provider that executes it
    /// @throws semblance.model.ModelLoadException if the runtime or the provider refuses it
    public ImageEncoder openImages(int threads, ExecutionProvider provider) {
        ImageTower tower = new ImageTower(IMAGES, "pixel_values", "image_embeds", false, Precision.FP32, shape.size(),
                Fit.SHORTEST_SIDE, Interpolation.BICUBIC, 0, MEAN, STD);
        return new OnnxImageEncoder(new GraphFile.OnDisk(IMAGES, folder.resolve(IMAGES)), tower,
                new EmbeddingSpace("random", shape.dimension()), threads, provider, _ -> {
                });
    }

    /// Loads the text tower, which has been written.
    ///
    /// @param padded  whether it is given its whole context, however short a text is
    /// @param threads that work on one run
    /// @throws semblance.model.ModelLoadException if the runtime refuses it
    public OnnxTextTower openTexts(boolean padded, int threads) {
        TextTower tower = new TextTower(TowerKind.CLIP, TEXTS, "none", Precision.FP32, shape.context(),
                padded ? Padding.MAX_LENGTH : Padding.UP_TO_END, shape.vocabulary() - 1, Cleaning.NONE, IdType.INT64,
                new TextInputs("input_ids", null, null), "text_embeds", false, null);
        return new OnnxTextTower(new GraphFile.OnDisk(TEXTS, folder.resolve(TEXTS)), tower, shape.dimension(), threads);
    }

    /// Tokens of a text at most.
    public int context() {
        return shape.context();
    }

    /// The tokens of some text.
    ///
    /// @param count those of start and end included, from 2 to the context
    public long[] tokens(int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = i == count - 1 ? shape.vocabulary() - 1 : i % (shape.vocabulary() - 2);
        }
        return ids;
    }

    private String project(RandomGraph graph, String state, int width) throws IOException {
        return graph.node("MatMul", List.of(state, graph.weight(width, width, shape.dimension())));
    }

    /// Each token sees itself and those before it.
    private String causal(RandomGraph graph, String count) {
        String side = graph.node("Concat", List.of(count, count), RandomGraph.one("axis", 0));
        String hidden = graph.node("Expand", List.of(graph.number(HIDDEN), side));
        return graph.node("Trilu", List.of(hidden, graph.whole(1)), RandomGraph.one("upper", 1));
    }
}
