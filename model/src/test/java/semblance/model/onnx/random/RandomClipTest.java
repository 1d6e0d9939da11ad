package semblance.model.onnx.random;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.Embedding;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.card.Precision;
import semblance.model.onnx.OnnxFile;
import semblance.model.onnx.OnnxTextTower;
import semblance.model.provider.ExecutionProvider;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class RandomClipTest {
    private static final ClipShape TINY = new ClipShape(16, 8, new ClipShape.Blocks(12, 2, 3), 30, 9,
            new ClipShape.Blocks(8, 3, 2), 6);

    @TempDir
    Path folder = Path.of("");

    /// What the authors' checkpoint has, but for the logit scale: 151,277,313 with it.
    @Test
    void theLargeOneHasTheParametersOfThePublishedOne() throws IOException {
        RandomClip clip = new RandomClip(ClipShape.VIT_B_32, folder);

        try (RandomGraph graph = graph("vision.onnx")) {
            clip.images(graph);
            assertThat(graph.parameters()).isEqualTo(87_849_216);
        }
        try (RandomGraph graph = graph("text.onnx")) {
            clip.texts(graph);
            assertThat(graph.parameters()).isEqualTo(63_428_096);
        }

        OnnxFile images = OnnxFile.read(folder.resolve("vision.onnx"));
        assertThat(images.precision()).isEqualTo(Precision.FP32);
        assertThat(images.count("Softmax")).isEqualTo(12);
        assertThat(images.count("LayerNormalization")).isEqualTo(26);
        assertThat(images.count("Erf", "Tanh")).as("QuickGELU needs none").isZero();
    }

    @Test
    void picturesAreEncodedOneByOneAsInABatch() throws IOException {
        RandomClip clip = new RandomClip(TINY, folder);
        clip.writeImages();
        Random random = Seed.next("RandomClipTest.pictures").random();
        List<ImageCrop> crops = List.of(crop(random), crop(random), crop(random));

        try (ImageEncoder encoder = clip.openImages(1, ExecutionProvider.CPU)) {
            List<Embedding> together = encoder.encode(crops);

            assertThat(together).hasSize(3).doesNotHaveDuplicates();
            for (int i = 0; i < crops.size(); i++) {
                assertThat(encoder.encode(crops.subList(i, i + 1)).getFirst().cosine(together.get(i)))
                        .isCloseTo(1, within(1e-5));
            }
        }
    }

    /// Which is what makes it right to compare what they cost.
    @Test
    void paddingChangesNothingButTheWork() throws IOException {
        RandomClip clip = new RandomClip(TINY, folder);
        clip.writeTexts();

        try (OnnxTextTower upToEnd = clip.openTexts(false, 1); OnnxTextTower padded = clip.openTexts(true, 1)) {
            for (int count = 2; count <= TINY.context(); count++) {
                Embedding expected = Embedding.normalized(upToEnd.encode(clip.tokens(count)));
                assertThat(Embedding.normalized(padded.encode(clip.tokens(count))).cosine(expected))
                        .isCloseTo(1, within(1e-5));
            }
            assertThat(Embedding.normalized(upToEnd.encode(clip.tokens(4))).toArray())
                    .isNotEqualTo(Embedding.normalized(upToEnd.encode(clip.tokens(5))).toArray());
        }
    }

    /// One whose weights go nowhere.
    private RandomGraph graph(String name) {
        return new RandomGraph(folder.resolve(name),
                new WeightFile("nowhere", Channels.newChannel(OutputStream.nullOutputStream()), 1));
    }

    private static ImageCrop crop(Random random) {
        byte[] pixels = new byte[3 * TINY.size() * TINY.size()];
        random.nextBytes(pixels);
        return new ImageCrop(TINY.size(), pixels);
    }
}
