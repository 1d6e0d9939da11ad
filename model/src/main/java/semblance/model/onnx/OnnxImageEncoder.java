package semblance.model.onnx;

import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.card.ImageTower;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderException;
import semblance.model.provider.ProviderNotices;

/// An image tower as an ONNX graph: float32 or float16 pixels `[n, 3, size, size]` in, vectors `[n, dimension]` out, which
/// are normalised here if the graph does not. A graph made for one picture at a time gets one at a time, and one that is
/// too large for the memory gets smaller batches.
public final class OnnxImageEncoder implements ImageEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxImageEncoder.class);

    private final EmbeddingSpace space;
    private final ImagePreprocessing preprocessing;
    private final ExecutionProvider provider;
    private final String input;
    private final String output;
    private final OnnxSession session;
    private final BatchTensors tensors;
    private final HalvingBatches batches;

    /// Loads the tower on the CPU.
    ///
    /// @param threads that work on one run, the calling thread included; at least 1
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph or it is not the card's tower
    public OnnxImageEncoder(GraphFile graph, ImageTower tower, EmbeddingSpace space, int threads) {
        this(graph, tower, space, SessionSettings.cpu(threads), LOG::warn);
    }

    /// Loads the tower on a provider.
    ///
    /// @param threads that work on one run on the CPU, the calling thread included; at least 1
    /// @param notices gets a sentence for the user when memory runs out
    /// @throws semblance.model.ModelLoadException if the runtime refuses the graph, it is not the card's tower, or the
    ///                                            provider does not take it
    public OnnxImageEncoder(GraphFile graph, ImageTower tower, EmbeddingSpace space, int threads,
            ExecutionProvider provider, ProviderNotices notices) {
        this(graph, tower, space, new SessionSettings(threads, provider, null), notices);
    }

    OnnxImageEncoder(GraphFile graph, ImageTower tower, EmbeddingSpace space, SessionSettings settings,
            ProviderNotices notices) {
        this.space = space;
        preprocessing = tower.preprocessing();
        provider = settings.provider();
        input = tower.input();
        output = tower.output();
        session = OnnxSession.load(graph, List.of(input), output, space.dimension(), settings);
        OnnxJavaType taken = session.type(input);
        OnnxJavaType put = session.outputType(output);
        if (!isFloat(taken)) {
            throw session.refuse("takes " + taken + " pixels instead of float ones");
        }
        if (!isFloat(put)) {
            throw session.refuse("puts out vectors of " + put + " instead of float ones");
        }
        for (int axis = 2; axis <= 3; axis++) {
            int length = session.length(input, axis).orElse(tower.size());
            if (length != tower.size()) {
                throw session.refuse("takes pictures of edge " + length + ", not " + tower.size());
            }
        }
        PixelBuffer pixels = new PixelBuffer(tower.size(), tower.statistics(), taken == OnnxJavaType.FLOAT16);
        tensors = new BatchTensors(session.environment(), pixels, taken, put, tower.size(), space.dimension());
        boolean oneByOne = session.length(input, 0).filter(length -> length == 1).isPresent();
        batches = new HalvingBatches(this::run, oneByOne ? 1 : Integer.MAX_VALUE,
                (tooMany, size) -> notices.tell(halved(tooMany, size)));
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return preprocessing;
    }

    /// {@inheritDoc}
    ///
    /// @throws ProviderException if the run fails on another provider than the CPU
    @Override
    public List<Embedding> encode(List<ImageCrop> crops) {
        int size = preprocessing.size();
        if (crops.isEmpty() || crops.stream().anyMatch(crop -> crop.size() != size)) {
            throw new IllegalArgumentException("a batch is one or more crops of edge " + size);
        }
        try {
            return batches.encode(crops);
        } catch (OrtException e) {
            throw provider == ExecutionProvider.CPU
                    ? session.failure(e)
                    : new ProviderException(ProviderTrouble.of(provider, String.valueOf(e.getMessage())).why(), e);
        }
    }

    OnnxSession session() {
        return session;
    }

    @Override
    public void close() {
        tensors.close();
        session.close();
    }

    private List<Embedding> run(List<ImageCrop> crops) throws OrtException {
        session.run(Map.of(input, tensors.input(crops)), Map.of(output, tensors.output(crops.size())));
        return tensors.embeddings(crops.size());
    }

    private String halved(int tooMany, int size) {
        String whose = provider == ExecutionProvider.CPU ? "The memory" : "The memory for " + provider.title();
        return whose + " is not enough for " + tooMany + " photos at a time: Semblance goes on with " + size
                + ". Closing other programs may help.";
    }

    private static boolean isFloat(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT || type == OnnxJavaType.FLOAT16;
    }
}
