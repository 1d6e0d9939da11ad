package semblance.app.eval;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

@PhotosTest
class PhotosEvaluationTest {
    private static final Offset<Double> RECALL = Offset.offset(0.005);
    private static final Offset<Double> RANK = Offset.offset(1.0);

    /// The figures were measured where the model was trained, with Pillow and PyTorch.
    @Test
    void theRecallsOfTheModelsTrainingAreReproduced(@TempDir Path directory) throws IOException {
        SharedFolder shared = SharedFolder.require();
        JsonNode expected = new ObjectMapper().readTree(shared.resolve("starter/metrics.json").toFile())
                .get("flickr8k_test");

        Outcome outcome = new Program(directory.resolve("data")).run("eval", "--json", "--images",
                shared.resolve("photos/flickr8k-test").toString(), "--captions",
                shared.resolve("photos/flickr8k-test.tsv").toString());

        JsonNode measured = outcome.document();
        assertThat(measured.get("photos")).isEqualTo(expected.get("photos"));
        assertThat(measured.get("captions")).isEqualTo(expected.get("captions"));
        for (String way : new String[]{"text_to_image", "image_to_text"}) {
            for (String recall : new String[]{"r1", "r5", "r10"}) {
                assertThat(measured.get(way).get(recall).asDouble()).as("%s %s", way, recall)
                        .isCloseTo(expected.get(way).get(recall).asDouble(), RECALL);
            }
            assertThat(measured.get(way).get("median_rank").asDouble()).as("%s median rank", way)
                    .isCloseTo(expected.get(way).get("median_rank").asDouble(), RANK);
        }
    }
}
