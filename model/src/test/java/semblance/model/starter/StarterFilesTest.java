package semblance.model.starter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.ImageEncoder;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/// A damaged installation, and what it does to either tower.
final class StarterFilesTest {
    private static final String VISION = "vision_model.onnx";
    private static final String HEAD = "text_head.onnx";

    @Test
    void aDamagedImageTowerIsRefusedByNameAndLeavesTheTextTowerUsable() {
        StarterModel model = new StarterModel(damaged(VISION), 1);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openImageEncoder)
                .withMessageContainingAll(VISION, "SHA-256", "Reinstall Semblance");
        try (TextEncoder texts = model.openTextEncoder()) {
            assertThat(texts.encode("a dog").dimension()).isEqualTo(256);
        }
    }

    @Test
    void aDamagedTextHeadIsRefusedByNameAndLeavesTheImageTowerUsable() {
        StarterModel model = new StarterModel(damaged(HEAD), 1);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(HEAD, "SHA-256", "Reinstall Semblance");
        try (ImageEncoder images = model.openImageEncoder()) {
            assertThat(images.space().dimension()).isEqualTo(256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, "all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json"})
    void aMissingFileOfTheTextTowerIsNamed(String file) {
        StarterModel model = new StarterModel(without(file), 1);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(file, "missing", "Reinstall Semblance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json"})
    void aDamagedFileOfTheSentenceEncoderIsNamed(String file) {
        StarterModel model = new StarterModel(damaged(file), 1);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openTextEncoder)
                .withMessageContainingAll(file, "Reinstall Semblance");
    }

    @Test
    void closingATowerAgainDoesNothing() {
        StarterModel model = StarterModel.bundled(1);
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
    void aMissingOrUnreadableCardIsNamed() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> new StarterModel(without("starter.json"), 1)).withMessageContaining("starter.json");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> new StarterModel(damaged("starter.json"), 1)).withMessageContaining("starter.json");
    }

    @Test
    void readingTheCardLoadsNoTower() {
        StarterModel model = new StarterModel(
                name -> name.equals("starter.json") ? StarterModel.onClassPath(name) : Optional.empty(), 1);

        assertThat(model.preprocessing().size()).isEqualTo(160);
    }

    private static ModelFiles without(String file) {
        return name -> name.equals(file) ? Optional.empty() : StarterModel.onClassPath(name);
    }

    /// The file with its end lost, as after an interrupted copy.
    private static ModelFiles damaged(String file) {
        return name -> name.equals(file) ? Optional.of(cutShort(name)) : StarterModel.onClassPath(name);
    }

    private static InputStream cutShort(String name) throws IOException {
        try (InputStream in = StarterModel.onClassPath(name).orElseThrow()) {
            byte[] bytes = in.readAllBytes();
            return new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2));
        }
    }
}
