package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.RgbImage;
import semblance.model.card.BuiltInCards;
import semblance.model.store.ModelStore;
import semblance.model.testing.Seed;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The whole way with another model: import, choice, index, search.
class ModelChoiceTest {
    private static final int PHOTOS = 6;
    private static final String QUERY = "two red houses";

    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void indexWithTheStarter() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), PHOTOS);
        assertThat(program.run("index", photos.toString()).status()).isZero();
    }

    /// The published layouts.
    enum Layout {
        CLIP_VIT, CLIP_RESNET, SIGLIP, IMMICH;

        TinyModel write(Random random, Path folder) throws IOException {
            return switch (this) {
                case CLIP_VIT -> TinyModel.clipVit(random).writeTransformers(folder);
                case CLIP_RESNET -> TinyModel.clipResNet(random).writeTransformers(folder);
                case SIGLIP -> TinyModel.siglip(random).writeTransformers(folder);
                case IMMICH -> TinyModel.clipVit(random).writeImmich(folder);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void scoresOfAnImportedModelAreThoseComputedByHand(Layout layout) throws IOException, DecodeException {
        String id = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
        TinyModel byHand = layout.write(Seed.next("ModelChoiceTest").random(), directory.resolve(id));
        assertThat(program.run("models", "import", directory.resolve(id).toString()).status()).isZero();

        Outcome choice = program.run("models", "use", id);
        JsonNode before = program.run("search", QUERY, "--top", "1", "--json").document();
        Outcome index = program.run("index", "--json");
        Outcome search = program.run("search", QUERY, "--top", "50", "--json");

        assertThat(choice.status()).as(choice.toString()).isZero();
        assertThat(choice.out()).contains(PHOTOS + " photos", "semblance index");
        assertThat(index.document().get("encoded").asInt()).isEqualTo(PHOTOS);
        DualEncoder model = new ModelStore(program.data().resolve("models"), new BuiltInCards()).open(id, 1);
        Embedding text = byHand.text(QUERY);
        assertThat(search.documents()).hasSize(PHOTOS).allSatisfy(hit -> {
            Path photo = Path.of(hit.get("path").asText());
            double expected = byHand.image(model.preprocessing().crop(decoded(photo, model))).cosine(text);
            assertThat(hit.get("score").asDouble()).isCloseTo(expected, within(1e-4));
        });
        assertThat(search.documents().getFirst().get("score").asDouble())
                .isNotCloseTo(before.get("score").asDouble(), within(1e-6));
    }

    private static RgbImage decoded(Path photo, DualEncoder model) throws IOException, DecodeException {
        return new PhotoDecoder(DecodeLimits.DEFAULT)
                .decode(Files.readAllBytes(photo), 2 * model.preprocessing().size(), 512).image();
    }

    @Test
    void theWayBackIsInstant() throws IOException {
        TinyModel.clipVit(Seed.next("ModelChoiceTest").random()).writeTransformers(directory.resolve("tiny"));
        program.run("models", "import", directory.resolve("tiny").toString());
        String starter = program.run("search", QUERY, "--json").out();
        program.run("models", "use", "tiny");
        assertThat(program.run("search", QUERY, "--json").out()).as("the present model answers").isEqualTo(starter);
        program.run("index");
        assertThat(program.run("search", QUERY, "--json").out()).isNotEqualTo(starter);

        Outcome back = program.run("models", "use", "semblance-starter-1");

        assertThat(back.out()).isEqualTo("semblance-starter-1 is in use.\n");
        assertThat(program.run("search", QUERY, "--json").out()).isEqualTo(starter);
        assertThat(program.run("index", "--json").document().get("encoded").asInt()).isZero();
    }

    @Test
    void picturesAreTaggedByTheModelInUse() throws IOException {
        TinyModel.clipVit(Seed.next("ModelChoiceTest").random()).writeTransformers(directory.resolve("tiny"));
        program.run("models", "import", directory.resolve("tiny").toString());
        program.run("models", "use", "tiny");
        program.run("index");
        assertThat(program.run("tag", photos.toString()).status()).isZero();
        Path tower = program.data().resolve("models/tiny/onnx/vision_model.onnx");
        Files.write(tower, new byte[(int) Files.size(tower)]);

        Outcome outcome = program.run("tag", photos.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("vision_model.onnx");
    }

    @Test
    void aModelThatIsNotHereChangesNothing() {
        Outcome outcome = program.run("models", "use", "clip-vit-base-patch32");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("models download clip-vit-base-patch32");
        assertThat(program.run("search", QUERY).status()).isZero();
    }
}
