package semblance.model.encoder;

import java.util.List;
import java.util.stream.Collectors;

import semblance.model.DualEncoder;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.ModelLoadException;
import semblance.model.Scoring;
import semblance.model.TextEncoder;
import semblance.model.card.ImageTower;
import semblance.model.card.ModelCard;
import semblance.model.card.Precision;
import semblance.model.files.CheckedFiles;
import semblance.model.files.FileHash;
import semblance.model.files.ModelFiles;
import semblance.model.onnx.NodeProfile;
import semblance.model.onnx.OnnxImageEncoder;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.NodeShare;
import semblance.model.provider.ProviderChoice;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The image tower of one card with the text tower of the same or another. Opening one tower does not load the other.
/// Thread-safe.
public final class CardModel implements DualEncoder {
    private static final int TOWER_DIGITS = 12;

    private final CheckedFiles images;
    private final CheckedFiles texts;
    private final ImageTower image;
    private final ImagePreprocessing preprocessing;
    private final int threads;
    private final ProviderChoice providers;

    private CardModel(CheckedFiles images, CheckedFiles texts, int threads, ProviderChoice providers) {
        this.images = images;
        this.texts = texts;
        this.threads = threads;
        this.providers = providers;
        image = imageTower(images.card());
        preprocessing = image.preprocessing();
    }

    /// A model with both towers, which run on the CPU. Reads no file.
    ///
    /// @param threads that each tower may use for one run, at least 1
    /// @throws ModelLoadException if the card is one of a text tower alone
    public CardModel(ModelCard card, ModelFiles files, int threads) {
        this(new CheckedFiles(card, files), new CheckedFiles(card, files), threads, ProviderChoice.cpu());
    }

    /// The same model with its image tower on the provider that is chosen when the tower is opened. Texts stay on the CPU,
    /// which is done with one before a card would have been asked.
    public CardModel on(ProviderChoice choice) {
        return new CardModel(images, texts, threads, choice);
    }

    /// The same image tower with the text tower of another card, such as one for more languages.
    ///
    /// @throws ModelLoadException if that tower maps into other spaces
    public CardModel withTexts(ModelCard card, ModelFiles files) {
        if (!card.spaces().contains(space().id()) || card.dimension() != space().dimension()) {
            throw new ModelLoadException("The text tower of " + card.title() + " does not fit the pictures of "
                    + images.card().title() + ": it maps into " + card.spaces() + ", not into " + space().id()
                    + ". Choose a text tower made for this model.");
        }
        return new CardModel(images, new CheckedFiles(card, files), threads, providers);
    }

    @Override
    public EmbeddingSpace space() {
        return images.card().space();
    }

    @Override
    public String textTower() {
        ModelCard card = texts.card();
        String files = card.textFiles().stream().map(Record::toString).collect(Collectors.joining("\n"));
        return card.id() + "-" + FileHash.of(files.getBytes(UTF_8)).substring(0, TOWER_DIGITS);
    }

    @Override
    public String provider() {
        return providers.running().id();
    }

    @Override
    public List<String> labelTemplates() {
        return texts.card().scoring().labelTemplates();
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public ImageEncoder openImageEncoder() {
        return new FallbackImageEncoder(this::openImageEncoder, providers);
    }

    /// Loads the image tower on one provider and no other.
    ///
    /// @throws ModelLoadException if a file is missing or damaged, or the provider does not take the tower
    public ImageEncoder openImageEncoder(ExecutionProvider provider) {
        return new OnnxImageEncoder(images.graph(image.file()), image, space(), threads, provider, providers::tell);
    }

    /// How the nodes of the image tower are shared out. Loads and runs the tower.
    ///
    /// @throws ModelLoadException if a file is missing or damaged, or the provider does not take the tower
    public NodeShare nodeShare(ExecutionProvider provider) {
        return new NodeProfile(images.graph(image.file()), image, space()).on(provider);
    }

    /// How the weights of the image tower are stored.
    public Precision imagePrecision() {
        return image.precision();
    }

    @Override
    public TextEncoder openTextEncoder() {
        return openCardTextEncoder();
    }

    CardTextEncoder openCardTextEncoder() {
        return CardTextEncoder.open(texts, space(), threads);
    }

    @Override
    public Scoring scoring() {
        return texts.card().scoring().scoring();
    }

    private static ImageTower imageTower(ModelCard card) {
        ImageTower tower = card.image();
        if (tower == null) {
            throw new ModelLoadException(card.title() + " has no image tower: it lends its text tower to another model."
                    + " Choose a model with both.");
        }
        return tower;
    }
}
