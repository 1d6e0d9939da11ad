package semblance.model.starter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import semblance.model.DualEncoder;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.onnx.OnnxImageEncoder;
import semblance.model.onnx.OnnxSentenceEncoder;
import semblance.model.onnx.OnnxTextHead;
import semblance.model.preprocess.ChannelStatistics;
import semblance.model.preprocess.ShortestSideCrop;
import semblance.model.tokenizer.SentenceTokenizer;

/// The dual encoder in the program's own jars: a residual network of ours and all-MiniLM-L6-v2 with a head of ours, both
/// into 256 dimensions. Opening one tower does not load the other; a file's SHA-256 is checked whenever it is loaded.
/// Thread-safe.
public final class StarterModel implements DualEncoder {
    private static final String CARD = "starter.json";
    private static final String BACKBONE = "all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    private static final int BACKBONE_DIMENSION = 384;
    /// Of the space's name. A change of the preprocessing that changes crops takes the next number, so that old and new
    /// embeddings never meet.
    private static final String PRECISION_AND_PREPROCESSING = "fp16-p1";
    private static final int HASH_DIGITS = 12;

    private final StarterFiles files;
    private final StarterCard card;
    private final EmbeddingSpace space;
    private final ShortestSideCrop preprocessing;
    private final int threads;

    StarterModel(ModelFiles files, int threads) {
        this.files = new StarterFiles(files);
        this.threads = threads;
        card = readCard();
        StarterCard.ImageTower image = card.image();
        preprocessing = new ShortestSideCrop(image.size());
        space = new EmbeddingSpace(card.id() + "-" + image.sha256().substring(0, HASH_DIGITS) + "-"
                + PRECISION_AND_PREPROCESSING, card.dimension());
    }

    /// The starter from the class path. Reads its card only.
    ///
    /// @param threads that each tower may use for one run, at least 1
    /// @throws ModelLoadException if the card is missing or damaged
    public static StarterModel bundled(int threads) {
        return new StarterModel(StarterModel::onClassPath, threads);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    /// The backbone's and tokenizer's files come with a dependency; the head was made for them, so its hash stands for all.
    @Override
    public String textTower() {
        return card.id() + "-" + card.text().sha256().substring(0, HASH_DIGITS);
    }

    @Override
    public List<String> labelTemplates() {
        return card.labelTemplates();
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public ImageEncoder openImageEncoder() {
        StarterCard.ImageTower image = card.image();
        return new OnnxImageEncoder(image.file(), files.readVerified(image.file(), image.sha256()),
                new OnnxImageEncoder.Tensors(image.input(), image.output()), space, preprocessing,
                new ChannelStatistics(image.mean(), image.std()), threads);
    }

    @Override
    public TextEncoder openTextEncoder() {
        return openStarterTextEncoder();
    }

    StarterTextEncoder openStarterTextEncoder() {
        StarterCard.TextTower text = card.text();
        byte[] headGraph = files.readVerified(text.file(), text.sha256());
        SentenceTokenizer tokenizer = new SentenceTokenizer(TOKENIZER, files.read(TOKENIZER), text.maxTokens());
        OnnxTextHead head = new OnnxTextHead(text.file(), headGraph, text.headInput(), text.headOutput(),
                card.dimension());
        try {
            OnnxSentenceEncoder backbone = new OnnxSentenceEncoder(BACKBONE, files.read(BACKBONE), BACKBONE_DIMENSION,
                    threads);
            return new StarterTextEncoder(space, tokenizer, backbone, head);
        } catch (ModelLoadException e) {
            head.close();
            tokenizer.close();
            throw e;
        }
    }

    @Override
    public double logitScale() {
        return card.logitScale();
    }

    private StarterCard readCard() {
        try {
            return new ObjectMapper().readValue(files.read(CARD), StarterCard.class);
        } catch (IOException e) {
            throw new ModelLoadException("The file " + CARD + " of the starter model is damaged (" + e.getMessage()
                    + "). Reinstall Semblance.", e);
        }
    }

    /// Ours lie beside this class's package, those of the sentence encoder at the root of their own jar.
    static Optional<InputStream> onClassPath(String name) {
        return Stream.of(name, "/" + name).map(StarterModel.class::getResourceAsStream).filter(Objects::nonNull)
                .findFirst();
    }
}
