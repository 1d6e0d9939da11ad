package semblance.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import semblance.model.ModelLoadException;
import semblance.model.card.BuiltInCards;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.encoder.CardModel;
import semblance.model.files.ClassPathFiles;
import semblance.model.files.DirectoryFiles;
import semblance.model.files.ModelFiles;
import semblance.model.importing.ImportedModel;
import semblance.model.importing.ModelImport;

/// A directory with a folder a model, named after its id: its files as its card names them, and the card itself. Folders
/// appear whole or not at all. Thread-safe, but a model is to be imported once at a time.
public final class ModelStore {
    static final String CARD = "card.json";

    private final Path directory;
    private final BuiltInCards builtIn;
    private final CardFormat format = new CardFormat();

    /// @param directory made on the first import; this store's alone
    public ModelStore(Path directory, BuiltInCards builtIn) {
        this.directory = directory;
        this.builtIn = builtIn;
    }

    /// All models that can be used or that could be downloaded. Looks at sizes, not into the files.
    public ModelList list() {
        List<StoredModel> models = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        builtIn.all().forEach(card -> models.add(new StoredModel(card, state(card))));
        for (Path folder : imported()) {
            try {
                models.add(new StoredModel(readCard(folder), StoredModel.State.INSTALLED));
            } catch (ModelLoadException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new ModelList(models, problems);
    }

    /// Checks the model in a folder, see [ModelImport], and copies its files here. The folder is only read.
    ///
    /// @throws ModelLoadException if it cannot be used, is here already or cannot be copied; nothing is left behind then
    public ImportedModel add(Path folder) {
        ImportedModel model = new ModelImport(builtIn).read(folder);
        ModelCard card = model.card();
        Path target = directory.resolve(card.id());
        if (Files.exists(target)) {
            throw new ModelLoadException("There is a model " + card.id() + " already, in " + target
                    + ". Delete that folder first, or rename the one to be imported.");
        }
        new ModelCopy(card, folder, target).run(format.write(card));
        return model;
    }

    /// A model with both towers. Reads its card only.
    ///
    /// @param threads that each tower may use for one run, at least 1
    /// @throws ModelLoadException if there is none of that id on this machine
    public CardModel open(String id, int threads) {
        StoredModel model = list().models().stream()
                .filter(each -> each.card().id().equals(id) && each.state() != StoredModel.State.KNOWN).findFirst()
                .orElseThrow(() -> new ModelLoadException(
                        "There is no model " + id + " on this machine. semblance models list names those there are."));
        return model.card().image() == null
                ? withPicturesOfAnother(model, threads)
                : new CardModel(model.card(), files(model), threads);
    }

    /// A text tower alone, with the image tower of an installed model into whose space it maps.
    private CardModel withPicturesOfAnother(StoredModel texts, int threads) {
        StoredModel pictures = list().models().stream()
                .filter(each -> each.state() != StoredModel.State.KNOWN && each.card().image() != null
                        && texts.card().spaces().contains(each.card().space().id()))
                .findFirst()
                .orElseThrow(
                        () -> new ModelLoadException(texts.card().title() + " is for texts alone, and the model for"
                                + " the pictures is not on this machine: one of the space "
                                + String.join(" or ", texts.card().spaces()) + ". Import that first."));
        return new CardModel(pictures.card(), files(pictures), threads).withTexts(texts.card(), files(texts));
    }

    private ModelFiles files(StoredModel model) {
        return model.state() == StoredModel.State.BUNDLED
                ? new ClassPathFiles()
                : new DirectoryFiles(directory.resolve(model.card().id()));
    }

    private StoredModel.State state(ModelCard card) {
        if (card.id().equals(BuiltInCards.STARTER)) {
            return StoredModel.State.BUNDLED;
        }
        Path folder = directory.resolve(card.id());
        return card.files().stream().allMatch(file -> isThere(folder, file))
                ? StoredModel.State.INSTALLED
                : StoredModel.State.KNOWN;
    }

    private static boolean isThere(Path folder, ModelFile file) {
        Path path = folder.resolve(file.path());
        Long size = file.size();
        return Files.isRegularFile(path) && (size == null || path.toFile().length() == size);
    }

    private List<Path> imported() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(CARD)))
                    .filter(folder -> builtIn.find(folder.getFileName().toString()).isEmpty())
                    .filter(folder -> !folder.getFileName().toString().startsWith(ModelCopy.UNFINISHED)).sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelLoadException("The folder of the models, " + directory + ", cannot be read ("
                    + e.getMessage() + "). Look at its permissions.", e);
        }
    }

    private ModelCard readCard(Path folder) {
        try {
            ModelCard card = format.read(folder.resolve(CARD).toString(), Files.readAllBytes(folder.resolve(CARD)));
            if (!folder.endsWith(card.id())) {
                throw new ModelLoadException("The model in " + folder + " is named " + card.id()
                        + " in its card. Give its folder that name.");
            }
            return card;
        } catch (IOException e) {
            throw new ModelLoadException("The model card " + folder.resolve(CARD) + " cannot be read ("
                    + e.getMessage() + "). Import the model again.", e);
        }
    }
}
