package semblance.model.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.ModelLoadException;
import semblance.model.card.BuiltInCards;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What cannot be imported is refused with the file and the remedy; what can be with a loss gets a warning.
final class RefusalsTest {
    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @Test
    void aFolderThatIsNotThereOrHoldsNoModel() {
        assertRefused(folder.resolve("none"), "no such folder");
        assertRefused(folder, "onnx/vision_model.onnx", "visual/model.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "preprocessor_config.json", "tokenizer.json", "onnx/vision_model.onnx",
        "onnx/text_model.onnx"})
    void aMissingFileIsNamed(String file) throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        Files.delete(folder.resolve(file));

        assertRefused(folder, file, "Copy it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visual/model.onnx", "visual/preprocess_cfg.json", "textual/tokenizer.json",
        "textual/model.onnx"})
    void aMissingFileOfImmichIsNamed(String file) throws IOException {
        TinyModel.clipVit(random).writeImmich(folder);
        Files.delete(folder.resolve(file));

        assertRefused(folder, file, "Copy it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json", "onnx/vision_model.onnx", "onnx/text_model.onnx"})
    void aFileCutShortIsNamed(String file) throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(folder, file);
    }

    @Test
    void aFileThatIsNoGraphIsNamed() throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        Files.writeString(folder.resolve("onnx/text_model.onnx"), "version https://git-lfs.github.com/spec/v1");

        assertRefused(folder, "text_model.onnx", "ONNX");
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void moreDimensionsThanTheIndexTakesAreRefused(int dimension, boolean accepted) throws IOException {
        TinyModel.clipOfDimension(random, dimension).writeTransformers(folder);

        if (accepted) {
            assertThat(read().card().dimension()).isEqualTo(dimension);
        } else {
            assertRefused(folder, "1025 dimensions", "1024 at most", "smaller");
        }
    }

    @Test
    void towersOfTwoModelsAreRefused(@TempDir Path other) throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        TinyModel.clipOfDimension(random, 33).writeTransformers(other);
        Files.copy(other.resolve("onnx/text_model.onnx"), folder.resolve("onnx/text_model.onnx"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused(folder, "20 dimensions", "33", "not of one model");
    }

    /// Without the projection CLIP's towers have no common space, even where their widths agree.
    @Test
    void towersWithoutTheirEndAreRefused() throws IOException {
        TinyModel.siglip(random).writeTransformers(folder);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"clip\"}");

        assertRefused(folder, "last_hidden_state, pooler_output", "not image_embeds", "projection");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"visual/preprocess_cfg.json|\"size\":[32,32]|\"size\":[0,0]|size 0",
        "visual/preprocess_cfg.json|\"size\":[32,32]|\"size\":[32,48]|not square",
        "visual/preprocess_cfg.json|\"mean\":|\"average\":|three numbers each",
        "visual/preprocess_cfg.json|shortest|widest|resize mode widest",
        "visual/preprocess_cfg.json|bicubic|nearest|interpolation nearest"})
    void preprocessingThatMakesNoSenseIsRefused(String file, String from, String to, String message)
            throws IOException {
        TinyModel.clipVit(random).writeImmich(folder);
        String before = Files.readString(folder.resolve(file));
        Files.writeString(folder.resolve(file), before.replace(from, to));

        assertThat(before).contains(from);
        assertRefused(folder, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"shortest_edge\":32|\"shortest_edge\":48|resizes to 48 and crops to 32",
        "\"resample\":3|\"resample\":0|resampling 0", "\"size\":|\"other\":|size",
        "\"resample\":3|\"rescale_factor\":1|scales pixels by 1"})
    void preprocessingThatCannotBeDoneIsRefused(String from, String to, String message) throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        Path file = folder.resolve("preprocessor_config.json");
        String before = Files.readString(file);
        Files.writeString(file, before.replace(from, to));

        assertThat(before).contains(from);
        assertRefused(folder, message);
    }

    /// The size is in the graph, too.
    @Test
    void aGraphForPicturesOfAnotherSizeIsRefused() throws IOException {
        TinyModel.clipVit(random).writeImmich(folder);
        Path file = folder.resolve("visual/preprocess_cfg.json");
        Files.writeString(file, Files.readString(file).replace("\"size\":[32,32]", "\"size\":[48,48]"));

        assertRefused(folder, "visual/model.onnx", "edge 32, not 48");
    }

    @Test
    void anotherTypeOfModelIsNamed() throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"blip\"}");

        assertRefused(folder, "config.json", "blip", "clip and siglip");
    }

    @Test
    void theExactGeluWhereQuickGeluIsExpectedIsAWarning() throws IOException {
        TinyModel.clipWithExactGelu(random).writeTransformers(folder);

        assertThat(read().warnings()).hasSize(2).allSatisfy(
                warning -> assertThat(warning).contains("QuickGELU", "Erf", "2 times"));
    }

    @Test
    void theExactGeluIsRightWhereTheConfigurationSaysSo() throws IOException {
        TinyModel.clipWithExactGelu(random).writeTransformers(folder);
        Files.writeString(folder.resolve("config.json"),
                """
                {"model_type": "clip", "text_config": {"hidden_act": "gelu"}, "vision_config": {"hidden_act": "gelu"}}""");

        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void immichsExportsOfOpenAisWeightsAreSuspected(@TempDir Path parent) throws IOException {
        Path named = parent.resolve("ViT-B-32__openai");
        TinyModel.clipWithExactGelu(random).writeImmich(named);

        ImportedModel model = new ModelImport(new BuiltInCards()).read(named);

        assertThat(model.warnings()).hasSize(2).first().asString().contains("visual/model.onnx", "QuickGELU");
        assertThat(model.card().id()).isEqualTo("vit-b-32__openai");
    }

    @Test
    void anotherPreprocessingIsAnotherSpace() throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        String before = read().card().space().id();
        Path file = folder.resolve("preprocessor_config.json");
        Files.writeString(file, Files.readString(file).replace("\"resample\":3", "\"resample\":2"));

        assertThat(read().card().space().id()).isNotEqualTo(before);
    }

    @Test
    void nothingIsWrittenIntoTheFolder() throws IOException {
        TinyModel.clipVit(random).writeTransformers(folder);
        String before = listing();

        read();

        assertThat(listing()).isEqualTo(before);
    }

    private String listing() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                all.append(file).append(Files.isRegularFile(file)
                        ? Arrays.hashCode(Files.readAllBytes(file))
                        : 0).append('\n');
            }
        }
        return all.toString();
    }

    private ImportedModel read() {
        return new ModelImport(new BuiltInCards()).read(folder);
    }

    private static void assertRefused(Path folder, String... parts) {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> new ModelImport(new BuiltInCards()).read(folder)).withMessageContainingAll(parts);
    }
}
