package semblance.model.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import semblance.model.Activation;
import semblance.model.ModelLoadException;
import semblance.model.card.BuiltInCards;
import semblance.model.card.ImageTower;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.card.Precision;
import semblance.model.card.ScoringCard;
import semblance.model.card.TextTower;
import semblance.model.card.TowerKind;
import semblance.model.encoder.CardModel;
import semblance.model.files.DirectoryFiles;
import semblance.model.files.FileHash;
import semblance.model.zeroshot.PromptTemplates;

/// Looks at a folder with an exported model and makes its card, or says why that cannot be. The folder is only read.
///
/// What the folder cannot tell, such as a trained logit scale, comes from a built-in card if the files are the very ones
/// that it describes.
public final class ModelImport {
    /// Of the space's name, see [semblance.model.EmbeddingSpace]. A change of the code that changes crops takes the next.
    private static final String PREPROCESSING = "p1";
    private static final int PREPROCESSING_DIGITS = 6;
    /// Behind the graphs and the tokenizer.
    private static final int FIRST_EXTERNAL = 3;

    private final BuiltInCards builtIn;

    public ModelImport(BuiltInCards builtIn) {
        this.builtIn = builtIn;
    }

    /// Reads a folder, hashes the model's files and tries both towers; takes seconds for a large model.
    ///
    /// @throws ModelLoadException naming what is wrong and what to do
    public ImportedModel read(Path directory) {
        Folder folder = new Folder(directory);
        if (!Files.isDirectory(directory)) {
            throw folder.refused("there is no such folder.");
        }
        TowerCheck towers = new TowerCheck(folder, describe(folder));
        int dimension = towers.dimension();
        List<String> warnings = new ArrayList<>(towers.warnings());
        ModelCard card = card(folder, towers, dimension);
        Optional<ModelCard> known = builtIn.all().stream().filter(each -> isSame(each, card)).findFirst();
        ModelCard best = known.orElse(card);
        if (known.isEmpty() && best.scoring().activation() == Activation.SIGMOID) {
            warnings.add(
                    "Its trained logit scale and bias are not in the folder: searches are right, and suggested tags"
                            + " are scored by softmax instead of sigmoid.");
        }
        new Probe(folder, new CardModel(best, new DirectoryFiles(directory), 1)).run();
        return new ImportedModel(best, directory, warnings);
    }

    private static Description describe(Folder folder) {
        if (ImmichLayout.fits(folder)) {
            return new ImmichLayout(folder).read();
        }
        if (TransformersLayout.fits(folder)) {
            return new TransformersLayout(folder).read();
        }
        throw folder.refused("it has neither onnx/vision_model.onnx and onnx/text_model.onnx (transformers.js) nor"
                + " visual/model.onnx and textual/model.onnx (Immich). Give the folder that holds config.json.");
    }

    private ModelCard card(Folder folder, TowerCheck towers, int dimension) {
        try {
            return card(folder, towers.imageTower(), towers.textTower(), dimension, towers.externalFiles());
        } catch (IllegalArgumentException e) {
            throw folder.refused("what its files say makes no sense (" + e.getMessage()
                    + "). Copy them again from where the model was published.");
        }
    }

    private ModelCard card(Folder folder, ImageTower image, TextTower text, int dimension,
            List<String> externalFiles) {
        List<ModelFile> files = Stream
                .concat(Stream.of(image.file(), text.file(), text.tokenizer()), externalFiles.stream()).distinct()
                .map(path -> hashed(folder, path)).toList();
        String id = id(folder, image);
        String space = String.join("-", id,
                String.valueOf(files.getFirst().sha256()).substring(0, ModelCard.HASH_DIGITS),
                image.precision().name().toLowerCase(Locale.ROOT), PREPROCESSING,
                framing(image, files.subList(FIRST_EXTERNAL, files.size())));
        boolean siglip = text.kind() == TowerKind.SIGLIP;
        return new ModelCard(id, folder.name(), "unknown", null, List.of("und"), null, dimension, List.of(space), image,
                text,
                new ScoringCard(siglip ? Activation.SIGMOID : Activation.SOFTMAX, null, null, null,
                        PromptTemplates.few()),
                files, List.of());
    }

    /// The same graph with other weights beside it, or after another preprocessing, makes another space.
    private static String framing(ImageTower image, List<ModelFile> externalFiles) {
        String parts = String.join(" ", String.valueOf(image.size()), image.resize().name(),
                image.interpolation().name(),
                String.valueOf(image.fill()), image.mean().toString(), image.std().toString(), image.output(),
                externalFiles.toString());
        return FileHash.of(parts.getBytes(StandardCharsets.UTF_8)).substring(0, PREPROCESSING_DIGITS);
    }

    private String id(Folder folder, ImageTower image) {
        String name = folder.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[._-]+", "");
        String suffix = image.precision() == Precision.FP32
                ? ""
                : "-" + image.precision().name().toLowerCase(Locale.ROOT);
        String id = (name.isEmpty() ? "model" : name) + (name.endsWith(suffix) ? "" : suffix);
        return builtIn.find(id).isPresent() ? id + "-imported" : id;
    }

    private static ModelFile hashed(Folder folder, String path) {
        Path file = folder.path().resolve(path);
        try (InputStream in = Files.newInputStream(file)) {
            return new ModelFile(path, Files.size(file), FileHash.copy(in, OutputStream.nullOutputStream()));
        } catch (IOException e) {
            throw folder.refused("the file " + path + " cannot be read (" + e.getMessage() + ").");
        }
    }

    /// Whether both towers and all that a built-in card knows of its files are those of the folder.
    private static boolean isSame(ModelCard known, ModelCard found) {
        ImageTower image = known.image();
        return image != null && found.image() != null && image.file().equals(found.image().file())
                && known.files().stream()
                        .allMatch(file -> found.files().stream().anyMatch(each -> matches(file, each)));
    }

    private static boolean matches(ModelFile known, ModelFile found) {
        return known.path().equals(found.path())
                && (known.sha256() == null || known.sha256().equals(found.sha256()));
    }
}
