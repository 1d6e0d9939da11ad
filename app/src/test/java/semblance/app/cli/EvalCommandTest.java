package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class EvalCommandTest {
    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void drawPhotos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), 4);
    }

    private Outcome eval(String captions, String... more) throws IOException {
        Path table = Files.writeString(directory.resolve("captions.tsv"), captions);
        return program.run(Stream.concat(
                Stream.of("eval", "--images", photos.toString(), "--captions", table.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void jsonHasRecallsBothWays() throws IOException {
        JsonNode result = eval("photo0.jpg\ta drawing\nphoto1.jpg\ta landscape\nphoto1.jpg\ta circle\n", "--json")
                .document();

        assertThat(result.propertyStream().map(entry -> entry.getKey())).containsExactly("photos", "captions",
                "text_to_image", "image_to_text", "seconds");
        assertThat(result.get("photos").asLong()).isEqualTo(4);
        assertThat(result.get("captions").asLong()).isEqualTo(3);
        for (String way : new String[]{"text_to_image", "image_to_text"}) {
            JsonNode recall = result.get(way);
            assertThat(recall.propertyStream().map(entry -> entry.getKey())).containsExactly("r1", "r5", "r10",
                    "median_rank");
            assertThat(recall.get("r1").asDouble()).isBetween(0.0, 1.0);
            assertThat(recall.get("r5").asDouble()).as("%s: all ranks lie within five", way).isEqualTo(1);
            assertThat(recall.get("median_rank").asDouble()).isBetween(1.0, 4.0);
        }
    }

    @Test
    void captionsWithoutAPhotoAreLeftOutAndCounted() throws IOException {
        Outcome outcome = eval("photo0.jpg\ta drawing\ngone.jpg\ta ghost\n", "--json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.document().get("captions").asLong()).isEqualTo(1);
        assertThat(outcome.err()).contains("1 caption left out");
    }

    @Test
    void peopleReadALineForEachWay() throws IOException {
        Outcome outcome = eval("photo0.jpg\ta drawing\n");

        assertThat(outcome.out().lines()).hasSize(3).first().isEqualTo("4 photos, 1 caption");
        assertThat(outcome.out()).containsPattern("text to image  R@1 \\d\\.\\d{4}  R@5 1\\.0000")
                .containsPattern("image to text  R@1 1\\.0000 .* median rank 1\\.0");
    }

    @Test
    void theUsersLibraryIsNotTouched() throws IOException {
        eval("photo0.jpg\ta drawing\n");

        assertThat(program.run("status").err()).contains("There is no library yet");
    }

    @Test
    void aTableThatIsNoneIsNamedBeforeAnythingIsRead() throws IOException {
        Outcome outcome = eval("photo0.jpg a drawing\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly("semblance: Line 1 of " + directory.resolve("captions.tsv")
                + " is not a file name, a tab and a caption.");
    }

    @Test
    void captionsOfOtherPhotosAreRefusedBeforeAnythingIsRead() throws IOException {
        Outcome outcome = eval("elsewhere.jpg\ta drawing\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("semblance: No caption belongs to a photo in " + photos);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Path table = directory.resolve("no such table.tsv");

        assertThat(program.run("eval", "--images", photos.toString(), "--captions", table.toString()).err())
                .isEqualToIgnoringNewLines("semblance: There is no file " + table + ". Check the name.");
        assertThat(program.run("eval", "--images", table.toString(), "--captions", table.toString()).err())
                .startsWith("semblance: There is no folder " + table);
    }

    @Test
    void bothOptionsAreRequired() {
        Outcome outcome = program.run("eval", "--images", photos.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'--captions=TSV'");
    }
}
