package semblance.model.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import semblance.model.card.IdType;
import semblance.model.card.ImageTower;
import semblance.model.card.ModelCard;
import semblance.model.card.Padding;
import semblance.model.card.Precision;
import semblance.model.card.TextInputs;
import semblance.model.card.TextTower;
import semblance.model.card.TowerKind;
import semblance.model.onnx.OnnxFile;

/// Compares what a folder says with what its two graphs are, and makes the towers of a card of both.
final class TowerCheck {
    private static final List<String> PIXELS = List.of("pixel_values", "image", "input");
    private static final List<String> IDS = List.of("input_ids", "text", "input");

    private final Folder folder;
    private final Description description;
    private final OnnxFile image;
    private final OnnxFile text;

    TowerCheck(Folder folder, Description description) {
        this.folder = folder;
        this.description = description;
        image = OnnxFile.read(folder.path().resolve(description.imageFile()));
        text = OnnxFile.read(folder.path().resolve(description.textFile()));
    }

    ImageTower imageTower() {
        Description.Framing framing = description.framing();
        return new ImageTower(description.imageFile(), input(image, description.imageFile(), PIXELS).name(),
                imageOutput().name(), description.normalized(), image.precision(), framing.size(), framing.fit(),
                framing.interpolation(), framing.fill(), framing.mean(), framing.std());
    }

    TextTower textTower() {
        OnnxFile.Tensor ids = input(text, description.textFile(), IDS);
        IdType type = switch (ids.type()) {
            case OnnxFile.Tensor.INT32 -> IdType.INT32;
            case OnnxFile.Tensor.INT64 -> IdType.INT64;
            default -> throw folder.refused(description.textFile() + " takes tokens that are not whole numbers."
                    + " It is not a text tower.");
        };
        boolean clip = description.kind() == TowerKind.CLIP;
        return new TextTower(description.kind(), description.textFile(), description.tokenizer(), text.precision(),
                ids.length(1).orElse(description.contextLength()), clip ? Padding.UP_TO_END : Padding.MAX_LENGTH,
                description.padId(), description.cleaning(), type, new TextInputs(ids.name(), "attention_mask", null),
                textOutput().name(), description.normalized(), null);
    }

    /// Of both towers' embeddings.
    int dimension() {
        int images = dimension(imageOutput());
        int texts = dimension(textOutput());
        if (images != texts) {
            throw folder.refused("its image tower puts out " + images + " dimensions and its text tower " + texts
                    + ". They are not of one model, or one was exported without its projection.");
        }
        if (images > ModelCard.LARGEST_DIMENSION) {
            throw folder.refused("its embeddings have " + images + " dimensions, and the vector index takes "
                    + ModelCard.LARGEST_DIMENSION + " at most. Choose a smaller model of the family.");
        }
        return images;
    }

    /// Files with weights beside the graphs, relative to the model's folder.
    List<String> externalFiles() {
        List<String> files = new ArrayList<>();
        image.externalFiles().forEach(file -> files.add(beside(description.imageFile(), file)));
        text.externalFiles().forEach(file -> files.add(beside(description.textFile(), file)));
        for (String file : files) {
            if (!folder.holds(file)) {
                throw folder.refused("its weights should be in the file " + file
                        + ", which is not in the folder. Copy it from where the model was published.");
            }
        }
        return files;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warn(warnings, description.imageFile(), image);
        warn(warnings, description.textFile(), text);
        return warnings;
    }

    private void warn(List<String> warnings, String file, OnnxFile graph) {
        int exact = graph.count("Erf", "Gelu");
        if (description.quickGelu() && exact > 0 && graph.count("Sigmoid", "QuickGelu") == 0) {
            warnings.add(file + " computes the exact GELU (" + exact + " times Erf or Gelu) where its weights were"
                    + " trained with QuickGELU (Sigmoid): its embeddings are off by several hundredths and searches get"
                    + " worse. Another export of the same model is better.");
        }
        if (graph.precision() == Precision.INT8) {
            warnings.add(
                    file + " is quantised to 8 bits or fewer, which costs quality and may not be faster. Its fp16 or"
                            + " fp32 file is better.");
        }
    }

    private OnnxFile.Tensor imageOutput() {
        return output(image, description.imageFile(), description.imageOutputs());
    }

    private OnnxFile.Tensor textOutput() {
        return output(text, description.textFile(), description.textOutputs());
    }

    /// By name: which output is the first is chance.
    private OnnxFile.Tensor output(OnnxFile graph, String file, List<String> names) {
        return find(graph.outputs(), names)
                .orElseThrow(() -> folder.refused(file + " puts out " + names(graph.outputs())
                        + " and not " + String.join(" or ", names) + ". It was exported without the end of its tower;"
                        + " export it again with its projection or pooling."));
    }

    private OnnxFile.Tensor input(OnnxFile graph, String file, List<String> names) {
        return find(graph.inputs(), names).orElseThrow(() -> folder.refused(file + " takes " + names(graph.inputs())
                + " and not " + String.join(" or ", names) + ". It is not such a tower."));
    }

    private int dimension(OnnxFile.Tensor output) {
        Optional<Integer> length = output.length(-1);
        Integer said = description.dimension();
        if (length.isPresent()) {
            return length.get();
        }
        if (said == null) {
            throw folder.refused("neither config.json nor its graphs say how many dimensions its embeddings have."
                    + " Add embed_dim or projection_dim to config.json.");
        }
        return said;
    }

    private String beside(String graph, String file) {
        int slash = graph.lastIndexOf('/');
        return slash < 0 ? file : graph.substring(0, slash + 1) + file;
    }

    private static Optional<OnnxFile.Tensor> find(List<OnnxFile.Tensor> tensors, List<String> names) {
        return names.stream().flatMap(name -> tensors.stream().filter(tensor -> tensor.name().equals(name)))
                .findFirst();
    }

    private static String names(List<OnnxFile.Tensor> tensors) {
        return tensors.stream().map(OnnxFile.Tensor::name).collect(Collectors.joining(", "));
    }
}
