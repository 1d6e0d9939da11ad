package semblance.model.starter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.DualEncoder;
import semblance.model.ImageEncoder;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.encoder.CardModel;
import semblance.model.files.ClassPathFiles;
import semblance.model.files.ModelFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/// A damaged installation, and what it does to either tower.
final class StarterFilesTest {
    private static final ClassPathFiles BUNDLED = new ClassPathFiles();
    private static final String VISION = "vision_model.onnx";
    private static final String HEAD = "text_head.onnx";

    @Test
    void aDamagedImageTowerIsRefusedByNameAndLeavesTheTextTowerUsable() {
        DualEncoder model = model(damaged(VISION));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openImageEncoder)
                .withMessageContainingAll(VISION, "SHA-256", "Reinstall Semblance");
        try (TextEncoder texts = model.openTextEncoder()) {
            assertThat(texts.encode("a dog").dimension()).isEqualTo(256);
        }
    }

    @Test
    void aDamagedTextHeadIsRefusedByNameAndLeavesTheImageTowerUsable() {
        DualEncoder model = model(damaged(HEAD));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(HEAD, "SHA-256", "Reinstall Semblance");
        try (ImageEncoder images = model.openImageEncoder()) {
            assertThat(images.space().dimension()).isEqualTo(256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, "all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json"})
    void aMissingFileOfTheTextTowerIsNamed(String file) {
        DualEncoder model = model(without(file));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(file, "missing", "Reinstall Semblance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json"})
    void aDamagedFileOfTheSentenceEncoderIsNamed(String file) {
        DualEncoder model = model(damaged(file));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(file, "Reinstall Semblance");
    }

    @Test
    void closingATowerAgainDoesNothing() {
        DualEncoder model = StarterModel.bundled(1);
        ImageEncoder images = model.openImageEncoder();
        TextEncoder texts = model.openTextEncoder();

        assertThatNoException().isThrownBy(() -> {
            images.close();
            images.close();
            texts.close();
            texts.close();
        });
    }

    @Test
    void readingTheCardLoadsNoTower() {
        DualEncoder model = model(new ChangedFiles(_ -> Optional.empty()));

        assertThat(model.preprocessing().size()).isEqualTo(160);
    }

    private static DualEncoder model(ModelFiles files) {
        return new CardModel(new BuiltInCards().find(BuiltInCards.STARTER).orElseThrow(), files, 1);
    }

    private static ModelFiles without(String file) {
        return new ChangedFiles(path -> path.endsWith(file) ? Optional.empty() : BUNDLED.open(path));
    }

    /// The file with its end lost, as after an interrupted copy.
    private static ModelFiles damaged(String file) {
        return new ChangedFiles(path -> path.endsWith(file)
                ? BUNDLED.open(path).map(StarterFilesTest::cutShort)
                : BUNDLED.open(path));
    }

    private static InputStream cutShort(InputStream file) {
        try (file) {
            byte[] bytes = file.readAllBytes();
            return new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bundled files as a test wants them.
    private record ChangedFiles(Function<String, Optional<InputStream>> opening) implements ModelFiles {
        @Override
        public Optional<InputStream> open(String path) {
            return opening.apply(path);
        }

        @Override
        public Optional<Path> onDisk(String path) {
            return Optional.empty();
        }

        @Override
        public String remedy() {
            return BUNDLED.remedy();
        }
    }
}
