package semblance.model.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// The byte pairs of CLIP, as its authors' own tokenizer splits texts. The reference fills up with 0, which stands for
/// nothing: filling up is the tower's business.
@PhotosTest
final class ClipTokensTest {
    private static final int CONTEXT = 77;

    @Test
    @SuppressWarnings("SystemOut") // the figure is the record
    void allTextsHaveTheTokensOfTheReference() throws IOException {
        SharedFolder shared = SharedFolder.require();
        byte[] json = Files.readAllBytes(shared.resolve("golden/clip-bpe/tokenizer.json"));
        JsonNode cases = new ObjectMapper().readTree(shared.resolve("golden/clip-bpe/expected_ids.json").toFile());
        int same = 0;
        try (TextTokenizer tokenizer = new TextTokenizer("CLIP", json, CONTEXT)) {
            for (JsonNode each : cases) {
                long[] expected = new ObjectMapper().convertValue(each.path("ids"), long[].class);
                long[] ids = tokenizer.ids(each.path("text").asText());

                assertThat(Arrays.copyOf(ids, CONTEXT)).as(each.path("text").asText()).isEqualTo(expected);
                assertThat(ids[ids.length - 1]).as("end of text").isEqualTo(49407);
                same++;
            }
        }
        System.out.println("tokens: " + same + " of " + cases.size());
        assertThat(same).isGreaterThan(50);
    }
}
