package semblance.model.onnx;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class OnnxImageEncoderTest {
    private static final ImageCrop DARK = TinyEncoders.crop(0, 0, 0);
    private static final ImageCrop RED = TinyEncoders.crop(255, 128, 128);
    private static final ImageCrop BLUE = TinyEncoders.crop(128, 128, 255);

    @Test
    void channelsAreNormalisedAndKeepTheirPlaces() {
        // (128 / 255 - 0.5) / 0.5 = 0.0039, whose root is 0.0626; the root of 1 is 1
        try (OnnxImageEncoder encoder = encoder("n", 3)) {
            assertThat(encoder.encode(List.of(RED, BLUE))).containsExactly(
                    Embedding.normalized(new float[]{1, root(128), root(128)}),
                    Embedding.normalized(new float[]{root(128), root(128), 1}));
        }
    }

    @Test
    void aGraphOfHalfPrecisionGetsItsPixelsInHalfTheBits() {
        byte[] graph = new TinyTower("n", true).graph();
        try (OnnxImageEncoder encoder = encoder(graph, "pixel_values", "image_embeds", 3)) {
            List<Embedding> embeddings = encoder.encode(List.of(RED, BLUE, BLUE));

            assertThat(embeddings.getFirst().cosine(Embedding.normalized(new float[]{1, root(128), root(128)})))
                    .isGreaterThan(0.99999);
            assertThat(embeddings.get(1).cosine(Embedding.normalized(new float[]{root(128), root(128), 1})))
                    .isGreaterThan(0.99999);
        }
    }

    @Test
    void aGraphForOnePictureGetsABatchOneByOne() {
        try (OnnxImageEncoder encoder = encoder("1", 3); OnnxImageEncoder free = encoder("n", 3)) {
            assertThat(encoder.encode(List.of(RED, BLUE, RED))).isEqualTo(free.encode(List.of(RED, BLUE, RED)));
        }
    }

    @Test
    void theEncoderStaysUsableAfterAPictureThatCannotBeEncoded() {
        try (OnnxImageEncoder encoder = encoder("n", 3)) {
            List<Embedding> before = encoder.encode(List.of(RED));

            assertThatExceptionOfType(EncodingException.class)
                    .isThrownBy(() -> encoder.encode(List.of(RED, DARK, BLUE)));

            assertThat(encoder.encode(List.of(RED))).isEqualTo(before);
        }
    }

    @Test
    void theEncoderStaysUsableAfterARunThatFails() {
        try (OnnxImageEncoder encoder = encoder("2", 3)) {
            assertThatExceptionOfType(EncodingException.class).isThrownBy(() -> encoder.encode(List.of(RED)))
                    .withMessageContaining("tiny.onnx");

            assertThat(encoder.encode(List.of(RED, BLUE))).hasSize(2);
        }
    }

    @Test
    void aSmallBatchAfterALargeOneSeesNothingOfIt() {
        try (OnnxImageEncoder encoder = encoder("n", 3)) {
            Embedding alone = encoder.encode(List.of(BLUE)).getFirst();
            encoder.encode(List.of(RED, RED, RED, RED));

            assertThat(encoder.encode(List.of(BLUE))).containsExactly(alone);
        }
    }

    @Test
    void aBatchOfNothingOrOfAnotherSizeIsRefused() {
        try (OnnxImageEncoder encoder = encoder("n", 3)) {
            assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encoder.encode(List.of(RED, new ImageCrop(2, new byte[12]))));
        }
    }

    @Test
    void aFileThatIsNoGraphIsRefusedByName() {
        byte[] text = "not a graph".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> encoder(text, "pixel_values", "image_embeds", 3))
                .withMessageContaining("tiny.onnx");
    }

    @Test
    void aGraphOfOtherTensorsIsRefusedByName() {
        byte[] graph = new TinyTower("n").graph();

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> encoder(graph, "pixel_values", "image_embeds", 4))
                .withMessageContaining("tiny.onnx").withMessageContaining("4 dimensions");
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(
                () -> encoder(graph, "pixels", "image_embeds", 3));
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(
                () -> encoder(graph, "pixel_values", "embeds", 3));
    }

    private static OnnxImageEncoder encoder(String batch, int dimension) {
        return encoder(new TinyTower(batch).graph(), "pixel_values", "image_embeds", dimension);
    }

    private static OnnxImageEncoder encoder(byte[] graph, String input, String output, int dimension) {
        return new OnnxImageEncoder(TinyEncoders.file(graph), TinyEncoders.tower(input, output),
                new EmbeddingSpace("tiny", dimension), 1);
    }

    private static float root(int value) {
        return (float) Math.sqrt((float) ((value / 255.0 - 0.5) / 0.5));
    }

}
