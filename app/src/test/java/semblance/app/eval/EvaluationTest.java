package semblance.app.eval;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Program;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EvaluationTest {
    private static final List<Caption> CAPTIONS = List.of(new Caption("green.png", "a green field"),
            new Caption("green.png", "green grass"), new Caption("black.png", "a black picture, darkness"),
            new Caption("gone.png", "a ghost"));

    @TempDir
    Path directory;

    private Evaluation evaluation;
    private Path photos;

    @BeforeEach
    void drawPhotos() throws IOException {
        photos = Files.createDirectory(directory.resolve("photos"));
        draw("green.png", Color.GREEN.darker());
        draw("black.png", Color.BLACK);
        draw("white.png", Color.WHITE);
        evaluation = new Program(directory.resolve("data")).wiring().evaluation(directory.resolve("scratch"));
    }

    private void draw(String name, Color colour) throws IOException {
        Files.write(photos.resolve(name),
                DrawnPhotos.encoded(DrawnPhotos.landscape(colour, colour, colour), "png"));
    }

    private static IndexingReport follow(IndexingRun run) {
        try {
            return run.result().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ranksAreCountedAmongAllPhotosAndAllCaptions() throws Exception {
        EvaluationResult result = evaluation.run(photos, CAPTIONS, EvaluationTest::follow, () -> false).orElseThrow();

        assertThat(result.photos()).isEqualTo(3);
        assertThat(result.captions()).isEqualTo(3);
        assertThat(result.missing()).isEqualTo(1);
        assertThat(result.textToImage().r1()).isIn(0.0, 1 / 3.0, 2 / 3.0, 1.0);
        assertThat(result.textToImage().r5()).isEqualTo(1);
        assertThat(result.imageToText().r1()).as("two photos have captions").isIn(0.0, 0.5, 1.0);
        assertThat(result.imageToText().r5()).isEqualTo(1);
        assertThat(result.textToImage().medianRank()).isBetween(1.0, 3.0);
        assertThat(result.imageToText().medianRank()).isBetween(1.0, 3.0);
    }

    @Test
    void oneCaptionAloneIsAlwaysTheNearestToItsPhoto() throws Exception {
        EvaluationResult result = evaluation.run(photos, CAPTIONS.subList(0, 1), EvaluationTest::follow, () -> false)
                .orElseThrow();

        assertThat(result.imageToText()).isEqualTo(new Recall(1, 1, 1, 1));
    }

    @Test
    void aStopMeasuresNothing() throws Exception {
        Optional<EvaluationResult> stopped = evaluation.run(photos, CAPTIONS, EvaluationTest::follow, () -> true);

        assertThat(stopped).isEmpty();
    }

    @Test
    void captionsOfUnreadablePhotosAloneAreRefused() throws Exception {
        Files.write(photos.resolve("half.jpg"), DrawnPhotos.truncatedJpeg());
        List<Caption> captions = List.of(new Caption("half.jpg", "half a picture"));

        assertThatThrownBy(() -> evaluation.run(photos, captions, EvaluationTest::follow, () -> false))
                .isInstanceOf(CaptionsException.class).hasMessageStartingWith("None of the photos");
    }
}
