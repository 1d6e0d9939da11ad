package semblance.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.DualEncoder;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.testing.Pictures;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ModelStoreTest {
    @TempDir
    Path parent;

    private final Random random = new Random(11);

    @Test
    void anEmptyStoreHasTheStarterAndKnowsTheOthers() {
        List<StoredModel> models = store().list().models();

        assertThat(models.getFirst().state()).isEqualTo(StoredModel.State.BUNDLED);
        assertThat(models).hasSize(new BuiltInCards().all().size()).extracting(StoredModel::state)
                .containsOnlyOnce(StoredModel.State.BUNDLED).doesNotContain(StoredModel.State.INSTALLED);
        assertThat(parent.resolve("models")).doesNotExist();
    }

    @Test
    void anImportedModelWorksAfterItsFolderIsGone() throws IOException {
        TinyModel byHand = TinyModel.siglip(random).writeTransformers(parent.resolve("My SigLIP"));
        store().add(parent.resolve("My SigLIP"));
        delete(parent.resolve("My SigLIP"));

        DualEncoder model = store().open("my-siglip", 1);

        ImageCrop crop = model.preprocessing().crop(Pictures.random(random, 50, 90));
        try (ImageEncoder images = model.openImageEncoder(); TextEncoder texts = model.openTextEncoder()) {
            assertThat(images.encode(List.of(crop)).getFirst().cosine(byHand.image(crop))).isGreaterThan(0.99999);
            assertThat(texts.encode("two red houses").cosine(byHand.text("two red houses"))).isGreaterThan(0.99999);
        }
        assertThat(store().list().models().getLast().state()).isEqualTo(StoredModel.State.INSTALLED);
    }

    @Test
    void aSecondModelOfTheSameNameIsRefused() throws IOException {
        TinyModel.clipVit(random).writeTransformers(parent.resolve("clip"));
        store().add(parent.resolve("clip"));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> store().add(parent.resolve("clip")))
                .withMessageContainingAll("clip already", "Delete that folder");
    }

    @Test
    void whatIsLeftOfAnImportThatWasKilledIsNoModelAndGoesWithTheNext() throws IOException {
        TinyModel.clipVit(random).writeTransformers(parent.resolve("clip"));
        Path left = parent.resolve("models").resolve(ModelCopy.UNFINISHED + "clip");
        Files.createDirectories(left);
        Files.writeString(left.resolve(ModelStore.CARD), "{");

        assertThat(store().list().problems()).isEmpty();
        store().add(parent.resolve("clip"));

        assertThat(left).doesNotExist();
        assertThat(store().list().models().getLast().card().id()).isEqualTo("clip");
    }

    @Test
    void aRefusedModelLeavesNothing() throws IOException {
        TinyModel.clipOfDimension(random, 1025).writeTransformers(parent.resolve("large"));

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> store().add(parent.resolve("large")));

        assertThat(parent.resolve("models")).doesNotExist();
    }

    @Test
    void aDamagedCardIsAProblemAndHidesNoOtherModel() throws IOException {
        TinyModel.clipVit(random).writeTransformers(parent.resolve("clip"));
        TinyModel.clipResNet(random).writeTransformers(parent.resolve("resnet"));
        store().add(parent.resolve("clip"));
        store().add(parent.resolve("resnet"));
        Files.writeString(parent.resolve("models/clip/card.json"), "{\"id\": 1}");

        ModelList list = store().list();

        assertThat(list.problems()).singleElement().asString().contains("clip", "card.json");
        assertThat(list.models().getLast().card().id()).isEqualTo("resnet");
    }

    @Test
    void aFileThatHasLostItsEndIsSaidWhenTheTowerIsOpened() throws IOException {
        TinyModel.clipVit(random).writeTransformers(parent.resolve("clip"));
        store().add(parent.resolve("clip"));
        Path vision = parent.resolve("models/clip/onnx/vision_model.onnx");
        Files.write(vision, Arrays.copyOf(Files.readAllBytes(vision), 100));

        DualEncoder model = store().open("clip", 1);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(model::openImageEncoder)
                .withMessageContainingAll("vision_model.onnx", "100 bytes", "Import or download");
    }

    @Test
    void aModelThatIsNotHereIsNotOpened() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> store().open("clip-vit-base-patch32", 1))
                .withMessageContaining("models download clip-vit-base-patch32");
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> store().open("none", 1))
                .withMessageContaining("models list");
    }

    private ModelStore store() {
        return new ModelStore(parent.resolve("models"), new BuiltInCards());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
