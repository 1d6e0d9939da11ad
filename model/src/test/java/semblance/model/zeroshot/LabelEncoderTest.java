package semblance.model.zeroshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.TextEncoder;
import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;

/// The starter's labels, made and found again.
class LabelEncoderTest {
    private static final List<String> LABELS = List.of("dog", "boxer (dog)", "person boxing");

    @TempDir
    Path directory;

    private final DualEncoder model = StarterModel.bundled(1);
    private final TextEncoder tower = model.openTextEncoder();
    private final List<String> encoded = new ArrayList<>();

    @AfterEach
    void close() {
        tower.close();
    }

    @Test
    void eachLabelIsEncodedInEachPromptOfTheModel() {
        encoder().embed(LABELS);

        assertThat(encoded).hasSize(LABELS.size() * 3).contains("a photo of a dog", "dog", "a picture of a dog");
    }

    @Test
    void theTextSaysWhatTheWordMeans() {
        List<Embedding> labels = encoder().embed(LABELS);

        assertThat(labels.get(1).cosine(labels.get(0))).isGreaterThan(labels.get(1).cosine(labels.get(2)));
    }

    @Test
    void theNextStartFindsThemWithoutEncoding() {
        List<Embedding> made = encoder().embed(LABELS);
        encoded.clear();

        List<Embedding> found = encoder().embed(LABELS);

        assertThat(encoded).isEmpty();
        for (int i = 0; i < LABELS.size(); i++) {
            assertThat(found.get(i).cosine(made.get(i))).isCloseTo(1, Offset.offset(1e-6));
        }
    }

    @Test
    void otherLabelsOrAnotherOrderAreOthers() {
        encoder().embed(LABELS);
        encoded.clear();

        encoder().embed(LABELS.reversed());

        assertThat(encoded).hasSize(LABELS.size() * 3);
    }

    @Test
    void damagedOnesAreMadeAgain() throws IOException {
        encoder().embed(LABELS);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] damaged : List.of(new byte[0], changed(bytes, bytes.length / 2), changed(bytes, 3),
                Files.readString(Path.of("pom.xml")).getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, damaged);
            encoded.clear();

            encoder().embed(LABELS);

            assertThat(encoded).hasSize(LABELS.size() * 3);
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws IOException {
        Files.writeString(directory.resolve("a file"), "");
        LabelCache cache = new LabelCache(directory.resolve("a file/labels"));

        List<Embedding> labels = new LabelEncoder(model, this::encode, cache).embed(LABELS);

        assertThat(labels).hasSize(LABELS.size());
    }

    @Test
    void onlyTheLatestVocabulariesAreKept() throws IOException {
        LabelCache cache = new LabelCache(directory);
        List<Embedding> some = List.of(Embedding.normalized(new float[]{1, 2}));
        for (int i = 0; i < 40; i++) {
            cache.store(Signature.of(List.of("vocabulary " + i)), some);
        }

        assertThat(files()).hasSizeLessThan(20);
        assertThat(cache.find(Signature.of(List.of("vocabulary 39")), 1, 2)).isPresent();
    }

    @Test
    void aSignatureTellsTextsApartHoweverTheyAreCut() {
        assertThat(Signature.of(List.of("ab", "c"))).isNotEqualTo(Signature.of(List.of("a", "bc")))
                .isEqualTo(Signature.of(List.of("ab", "c")));
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private LabelEncoder encoder() {
        return new LabelEncoder(model, this::encode, new LabelCache(directory));
    }

    private Embedding encode(String text) {
        encoded.add(text);
        return tower.encode(text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".labels")).toList();
        }
    }
}
