package semblance.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.model.DualEncoder;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;

/// Models as they are published, through import, index and search: each score is that of a forward pass by hand.
class ImportedModelsTest {
    private static final int PHOTOS = 11;
    private static final List<String> QUERIES = List.of("a dog on the beach", "two red houses at night");

    @TempDir
    Path directory;

    private final Random random = Seed.next("ImportedModelsTest").random();

    @Test
    void clipWithAVisionTransformer() throws Exception {
        assertScoresAreThoseByHand(TinyModel.clipVit(random).writeTransformers(directory.resolve("tiny")));
    }

    @Test
    void clipWithAResidualNetwork() throws Exception {
        assertScoresAreThoseByHand(TinyModel.clipResNet(random).writeTransformers(directory.resolve("tiny")));
    }

    @Test
    void siglip() throws Exception {
        assertScoresAreThoseByHand(TinyModel.siglip(random).writeTransformers(directory.resolve("tiny")));
    }

    @Test
    void immich() throws Exception {
        assertScoresAreThoseByHand(TinyModel.clipVit(random).writeImmich(directory.resolve("tiny")));
    }

    private void assertScoresAreThoseByHand(TinyModel byHand) throws Exception {
        Program program = new Program(directory.resolve("data"));
        Outcome imported = program.run("models", "import", directory.resolve("tiny").toString());
        assertThat(imported.status()).as(imported.err()).isZero();
        DualEncoder model = program.wiring().models().open("tiny", 1);
        Path photos = Files.createDirectories(directory.resolve("photos")).toRealPath();
        for (int number = 0; number < PHOTOS; number++) {
            Files.write(photos.resolve("photo" + number + ".png"),
                    DrawnPhotos.encoded(DrawnPhotos.landscape(number), "png"));
        }
        try (PhotoLibrary library = PhotoLibrary.open(
                new LibraryLocation(directory.resolve("library"), directory.resolve("cache")), model,
                StageObserver.NONE)) {
            library.indexing().start(List.of(library.folders().add(photos))).result().get(2, TimeUnit.MINUTES);
            for (String query : QUERIES) {
                Map<Path, Double> scores = new HashMap<>();
                for (Hit hit : library.search().byText(query, new SearchOptions(PHOTOS, Strictness.NORMAL)).hits()) {
                    scores.put(hit.path(), hit.score());
                }
                assertThat(scores).hasSize(PHOTOS);
                for (Map.Entry<Path, Double> score : scores.entrySet()) {
                    double cosine = byHand.text(query)
                            .cosine(byHand.image(model.preprocessing().crop(Pictures.read(score.getKey()))));
                    assertThat(score.getValue()).as(query + " " + score.getKey().getFileName()).isCloseTo(cosine,
                            Offset.offset(1e-4));
                }
            }
        }
    }
}
