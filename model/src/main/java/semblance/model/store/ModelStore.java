package semblance.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import semblance.model.ModelLoadException;
import semblance.model.card.BuiltInCards;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.card.Source;
import semblance.model.encoder.CardModel;
import semblance.model.files.ClassPathFiles;
import semblance.model.files.DirectoryFiles;
import semblance.model.files.ModelFiles;
import semblance.model.importing.ImportedModel;
import semblance.model.importing.ModelImport;
import semblance.model.store.download.FileDownloader;

/// A directory with a folder a model, named after its id: its files as its card names them, and the card itself. Folders
/// appear whole or not at all. Thread-safe, but a model is to be imported once at a time.
public final class ModelStore {
    static final String CARD = "card.json";

    private final Path directory;
    private final BuiltInCards builtIn;
    private final CardFormat format = new CardFormat();
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    /// @param directory made on the first import; this store's alone
    public ModelStore(Path directory, BuiltInCards builtIn) {
        this.directory = directory;
        this.builtIn = builtIn;
    }

    /// One of those that [#list] has.
    public Optional<StoredModel> find(String id) {
        return list().models().stream().filter(model -> model.card().id().equals(id)).findFirst();
    }

    /// All models that can be used or that could be downloaded. Looks at sizes, not into the files.
    public ModelList list() {
        List<StoredModel> models = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        builtIn.all().forEach(card -> models.add(stored(card)));
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
        StoredModel model = known(id);
        if (!model.isHere()) {
            throw new ModelLoadException(notHere(model.card()));
        }
        return model.card().image() == null
                ? withPicturesOfAnother(model, threads)
                : new CardModel(model.card(), files(model), threads);
    }

    /// A text tower alone, with the image tower of an installed model into whose space it maps.
    private CardModel withPicturesOfAnother(StoredModel texts, int threads) {
        List<StoredModel> towers = list().models().stream().filter(
                each -> each.card().image() != null && texts.card().spaces().contains(each.card().space().id()))
                .toList();
        StoredModel pictures = towers.stream().filter(StoredModel::isHere).findFirst()
                .orElseThrow(
                        () -> new ModelLoadException(texts.card().title() + " is for texts alone, and the model for"
                                + " the pictures is not on this machine. "
                                + towers.stream().findFirst().map(tower -> notHere(tower.card()))
                                        .orElse("Import one of the space " + String.join(" or ", texts.card().spaces())
                                                + ".")));
        return new CardModel(pictures.card(), files(pictures), threads).withTexts(texts.card(), files(texts));
    }

    /// Prepares a download, or the rest of one; of a model that is here, that of files which are damaged or missing.
    ///
    /// @throws ModelLoadException if there is no such model, or nobody knows where it was published
    public ModelDownload download(String id, FileDownloader downloader) {
        ModelCard card = known(id).card();
        if (card.source() == null || card.source().repository().equals(Source.BUNDLED)) {
            throw new ModelLoadException(card.title() + " cannot be downloaded: " + (card.source() == null
                    ? "it was imported from a folder. Remove it and import it again."
                    : "it comes with the program. Reinstall Semblance if it is damaged."));
        }
        return new ModelDownload(new ModelFolder(directory.resolve(id), card).known(), directory, busy, downloader);
    }

    /// Reads all files of a model and compares them with its card.
    ///
    /// @throws ModelLoadException if there is no such model on this machine
    public List<FileCheck> verify(String id) {
        StoredModel model = known(id);
        if (model.state() == StoredModel.State.KNOWN && !Files.isDirectory(directory.resolve(id))) {
            throw new ModelLoadException(notHere(model.card()));
        }
        ModelCard card = new ModelFolder(directory.resolve(id), model.card()).known();
        return card.files().stream().map(file -> FileCheck.of(file, files(model))).toList();
    }

    /// Deletes a model, or what is here of one, from this machine.
    ///
    /// @return bytes that are free now
    /// @throws ModelLoadException if there is none, it comes with the program, or it cannot be deleted
    public long remove(String id) {
        ModelCard card = known(id).card();
        if (id.equals(BuiltInCards.STARTER)) {
            throw new ModelLoadException(card.title() + " comes with the program and cannot be removed.");
        }
        PartialModel partial = new PartialModel(directory, card);
        if (!partial.isThere() && !Files.isDirectory(directory.resolve(id))) {
            throw new ModelLoadException("The model " + id + " is not on this machine.");
        }
        try (ModelLock _ = ModelLock.take(busy, partial.lock(), id)) {
            return FolderDeletion.of(partial.folder()) + new ModelFolder(directory.resolve(id), card).delete();
        } catch (IOException e) {
            throw new ModelLoadException("The model " + id + " cannot be deleted (" + e.getMessage()
                    + "). If another Semblance uses it, close that and try again.", e);
        }
    }

    private static String notHere(ModelCard card) {
        return "The model " + card.id() + " is not on this machine. semblance models download " + card.id()
                + " brings it.";
    }

    private StoredModel known(String id) {
        return find(id).orElseThrow(() -> new ModelLoadException(
                "There is no model " + id + ". semblance models list names those there are."));
    }

    private ModelFiles files(StoredModel model) {
        return model.state() == StoredModel.State.BUNDLED
                ? new ClassPathFiles()
                : new DirectoryFiles(directory.resolve(model.card().id()));
    }

    private StoredModel stored(ModelCard card) {
        if (card.id().equals(BuiltInCards.STARTER)) {
            return new StoredModel(card, StoredModel.State.BUNDLED);
        }
        Path folder = directory.resolve(card.id());
        if (card.files().stream().allMatch(file -> isThere(folder, file))) {
            return new StoredModel(card, StoredModel.State.INSTALLED);
        }
        PartialModel partial = new PartialModel(directory, card);
        return partial.isThere()
                ? new StoredModel(card, StoredModel.State.DOWNLOADING, partial.bytes())
                : new StoredModel(card, StoredModel.State.KNOWN);
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
                    .filter(folder -> !folder.getFileName().toString().startsWith(".")).sorted()
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
