package semblance.model.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.files.ClassPathFiles;
import semblance.model.files.DirectoryFiles;
import semblance.model.files.ModelFiles;
import semblance.model.importing.ModelImport;
import semblance.model.testing.Seed;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Text towers of every kind, by their cards.
final class CardModelTest {
    private static final int HIDDEN = 384;

    @TempDir
    Path folder;

    private final BuiltInCards builtIn = new BuiltInCards();
    private final ModelCard starter = builtIn.find(BuiltInCards.STARTER).orElseThrow();
    private final Random random = Seed.next("CardModelTest").random();

    /// CLIP's text tower is causal: what stands behind end-of-text cannot change it.
    @Test
    void paddingBehindEndOfTextChangesNothing() throws Exception {
        TinyModel.clipVit(random).writeTransformers(folder);
        ModelCard card = new ModelImport(builtIn).read(folder).card();
        ModelCard padded = changed(card, "/text/padding", "\"max_length\"");
        try (TextEncoder few = new CardModel(card, new DirectoryFiles(folder), 1).openTextEncoder();
                TextEncoder all = new CardModel(padded, new DirectoryFiles(folder), 1).openTextEncoder()) {
            for (String text : List.of("a", "a dog on the beach", "two red houses at night ".repeat(9))) {
                float[] cut = few.encode(text).toArray();
                float[] whole = all.encode(text).toArray();
                for (int i = 0; i < cut.length; i++) {
                    assertThat(Math.abs(cut[i] - whole[i])).as(text).isLessThan(1e-5f);
                }
            }
        }
    }

    /// The sentence encoder of the starter with a dense head of this test's, computed by hand.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDenseHeadIsAppliedToTheMeanOverTheTokens(boolean withBias) throws Exception {
        int dimension = 16;
        float[] weight = numbers(dimension * HIDDEN);
        float[] bias = withBias ? numbers(dimension) : new float[dimension];
        Files.write(folder.resolve("head.safetensors"), safetensors(dimension, weight, withBias ? bias : null));
        ModelCard card = sentences("head.safetensors", dimension);
        CardModel plain = new CardModel(starter, files(), 1);
        CardModel image = new CardModel(changed(starter, "/dimension", "16"), files(), 1);

        try (CardTextEncoder before = plain.openCardTextEncoder();
                TextEncoder texts = image.withTexts(card, files()).openTextEncoder()) {
            float[] sentence = before.beforeHead("a dog on the beach");
            float[] expected = bias.clone();
            for (int row = 0; row < dimension; row++) {
                for (int i = 0; i < HIDDEN; i++) {
                    expected[row] += weight[row * HIDDEN + i] * sentence[i];
                }
            }
            assertThat(texts.encode("a dog on the beach").cosine(Embedding.normalized(expected)))
                    .isGreaterThan(0.999999);
        }
    }

    @Test
    void aHeadOfAnotherShapeOrCutShortIsRefused() throws Exception {
        byte[] good = safetensors(16, numbers(16 * HIDDEN), null);
        for (byte[] bad : List.of(new byte[3], Arrays.copyOf(good, 40),
                Arrays.copyOf(good, good.length - 1), safetensors(8, numbers(8 * HIDDEN), null))) {
            Files.write(folder.resolve("head.safetensors"), bad);
            DualEncoder model = new CardModel(changed(starter, "/dimension", "16"), files(), 1)
                    .withTexts(sentences("head.safetensors", 16), files());

            assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                    .withMessageContainingAll("head.safetensors", "Import or download");
        }
    }

    @Test
    void textsOfAnotherSpaceAreRefused() {
        ModelCard multilingual = builtIn.find("clip-vit-b-32-multilingual-v1").orElseThrow();

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> new CardModel(starter, files(), 1).withTexts(multilingual, files()))
                .withMessageContainingAll(multilingual.title(), starter.space().id());
    }

    @Test
    void aSecondTextTowerKeepsTheSpaceAndIsAnotherTower() {
        ModelCard clip = builtIn.find("clip-vit-base-patch32").orElseThrow();
        CardModel model = new CardModel(clip, files(), 1);

        CardModel other = model.withTexts(builtIn.find("clip-vit-b-32-multilingual-v1").orElseThrow(), files());

        assertThat(other.space()).isEqualTo(model.space());
        assertThat(other.textTower()).isNotEqualTo(model.textTower());
    }

    @Test
    void aTextTowerAloneIsNoModel() {
        ModelCard texts = builtIn.find("clip-vit-b-32-multilingual-v1").orElseThrow();

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> new CardModel(texts, files(), 1))
                .withMessageContaining("no image tower");
    }

    private ModelCard sentences(String head, int dimension) throws IOException {
        ObjectNode card = json(starter);
        card.put("dimension", dimension);
        card.remove("image");
        ((ObjectNode) card.at("/text/head")).put("file", head).put("format", "safetensors").remove(List.of("input",
                "output"));
        card.withArray("/files").addObject().put("path", head);
        return read(card);
    }

    private static ModelCard changed(ModelCard card, String pointer, String value) throws IOException {
        ObjectNode json = json(card);
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? json : (ObjectNode) json.at(pointer.substring(0, slash));
        parent.set(pointer.substring(slash + 1), new ObjectMapper().readTree(value));
        return read(json);
    }

    private static ObjectNode json(ModelCard card) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(new CardFormat().write(card));
    }

    private static ModelCard read(ObjectNode json) throws IOException {
        return new CardFormat().read("test", new ObjectMapper().writeValueAsBytes(json));
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static byte[] safetensors(int dimension, float[] weight, float @Nullable [] bias) {
        int split = weight.length * Float.BYTES;
        String header = "{\"__metadata__\":{\"format\":\"pt\"},\"linear.weight\":{\"dtype\":\"F32\",\"shape\":["
                + dimension + "," + HIDDEN + "],\"data_offsets\":[0," + split + "]}"
                + (bias == null
                        ? ""
                        : ",\"linear.bias\":{\"dtype\":\"F32\",\"shape\":[" + dimension
                                + "],\"data_offsets\":[" + split + "," + (split + dimension * Float.BYTES) + "]}")
                + "}";
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int rest = bias == null ? 0 : bias.length * Float.BYTES;
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + text.length + split + rest).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length).put(text);
        for (float value : weight) {
            file.putFloat(value);
        }
        for (int i = 0; bias != null && i < bias.length; i++) {
            file.putFloat(bias[i]);
        }
        return file.array();
    }

    /// The starter's files, and those that a test has written.
    private ModelFiles files() {
        ClassPathFiles bundled = new ClassPathFiles();
        DirectoryFiles written = new DirectoryFiles(folder);
        return new ModelFiles() {
            @Override
            public Optional<InputStream> open(String path) throws IOException {
                var file = written.open(path);
                return file.isPresent() ? file : bundled.open(path);
            }

            @Override
            public Optional<Path> onDisk(String path) {
                return written.onDisk(path);
            }

            @Override
            public String remedy() {
                return written.remedy();
            }
        };
    }
}
