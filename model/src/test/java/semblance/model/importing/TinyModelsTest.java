package semblance.model.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.RgbImage;
import semblance.model.TextEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.card.Cleaning;
import semblance.model.card.IdType;
import semblance.model.card.ImageTower;
import semblance.model.card.ModelCard;
import semblance.model.card.Padding;
import semblance.model.encoder.CardModel;
import semblance.model.files.DirectoryFiles;
import semblance.model.preprocess.Fit;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;

/// Models in the layouts that are published, imported without a card: each embedding is that of a forward pass by hand.
final class TinyModelsTest {
    private static final List<String> TEXTS = List.of("a dog", "two red houses at night", "A Dog on the BEACH", "a");

    @TempDir
    Path folder;

    private final Random random = Seed.next("TinyModelsTest").random();

    @Test
    void clipWithAVisionTransformer() throws IOException {
        ImportedModel imported = imported(TinyModel.clipVit(random).writeTransformers(folder));

        assertThat(imported.warnings()).isEmpty();
        assertThat(imported.card().text().padding()).isEqualTo(Padding.UP_TO_END);
    }

    @Test
    void clipWithAResidualNetwork() throws IOException {
        ImportedModel imported = imported(TinyModel.clipResNet(random).writeTransformers(folder));

        assertThat(imported.warnings()).isEmpty();
    }

    @Test
    void siglip() throws IOException {
        ModelCard card = imported(TinyModel.siglip(random).writeTransformers(folder)).card();

        assertThat(card.text().padding()).isEqualTo(Padding.MAX_LENGTH);
        assertThat(card.text().contextLength()).isEqualTo(64);
        assertThat(card.text().cleaning()).isEqualTo(Cleaning.CANONICALIZE);
        assertThat(card.text().padId()).isEqualTo(1);
        assertThat(image(card).resize()).isEqualTo(Fit.SQUASH);
        assertThat(image(card).output()).isEqualTo("pooler_output");
    }

    @Test
    void immich() throws IOException {
        ModelCard card = imported(TinyModel.clipVit(random).writeImmich(folder)).card();

        assertThat(card.text().idType()).isEqualTo(IdType.INT32);
        assertThat(card.text().contextLength()).isEqualTo(77);
        assertThat(image(card).normalized()).isTrue();
    }

    private ImportedModel imported(TinyModel byHand) {
        ImportedModel imported = new ModelImport(new BuiltInCards()).read(folder);
        DualEncoder model = new CardModel(imported.card(), new DirectoryFiles(folder), 1);
        List<ImageCrop> crops = Stream.<RgbImage>generate(() -> Pictures.random(random, 70, 45)).limit(5)
                .map(model.preprocessing()::crop).toList();
        try (ImageEncoder images = model.openImageEncoder(); TextEncoder texts = model.openTextEncoder()) {
            List<Embedding> embeddings = images.encode(crops);
            for (int i = 0; i < crops.size(); i++) {
                assertSame(embeddings.get(i), byHand.image(crops.get(i)), "picture " + i);
            }
            for (String text : TEXTS) {
                assertSame(texts.encode(text), byHand.text(text), text);
            }
        }
        return imported;
    }

    private static void assertSame(Embedding embedding, Embedding expected, String what) {
        float[] values = embedding.toArray();
        float[] expectedValues = expected.toArray();
        for (int i = 0; i < expectedValues.length; i++) {
            assertThat(Math.abs(values[i] - expectedValues[i])).as(what).isLessThan(1e-4f);
        }
        assertThat(values).hasSameSizeAs(expectedValues);
    }

    private static ImageTower image(ModelCard card) {
        return Objects.requireNonNull(card.image());
    }
}
