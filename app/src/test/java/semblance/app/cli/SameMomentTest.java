package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

/// Photos of the same moment on the command line.
class SameMomentTest {
    private static final List<String> NAMES = List.of("IMG_20240504_101500.jpg", "IMG_20240504_100000.jpg",
            "IMG_20240504_100730.jpg", "IMG_20240505_220000.jpg", "copied.jpg", "IMG-20240503-WA0001.jpg");

    @TempDir
    static Path directory;

    private static Program program;
    private static Path photos;

    @BeforeAll
    static void indexPhotos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), NAMES.size()).toRealPath();
        for (int i = 0; i < NAMES.size(); i++) {
            Files.move(photos.resolve("photo" + i + ".jpg"), photos.resolve(NAMES.get(i)),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        program.run("index", photos.toString());
    }

    private static String path(int number) {
        return photos.resolve(NAMES.get(number)).toString();
    }

    @Test
    void thePhotosOfAnOccasionAreListedInTheOrderOfTime() {
        Outcome outcome = program.run("similar", "--moment", path(2));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).startsWith("3 photos, ").contains("2024").contains(" – ").endsWith(":\n");
        assertThat(outcome.out()).isEqualTo("2024-05-04 10:00:00  " + path(1) + "\n2024-05-04 10:07:30  " + path(2)
                + "\n2024-05-04 10:15:00  " + path(0) + "\n");
        assertThat(program.run("similar", "--moment", "-0", path(0)).out())
                .isEqualTo(path(1) + "\0" + path(2) + "\0" + path(0) + "\0");
    }

    @Test
    void asJsonEachHasItsTimeAndNoScore() {
        List<JsonNode> documents = program.run("similar", "--moment", "--json", path(0)).documents();

        assertThat(documents.stream().map(document -> document.get("path").asText())).containsExactly(path(1), path(2),
                path(0));
        assertThat(documents.getLast().get("rank").asInt()).isEqualTo(3);
        assertThat(documents.getLast().get("score").isNull()).isTrue();
        assertThat(documents.getLast().get("taken").asText()).isEqualTo("2024-05-04T10:15:00");
    }

    @Test
    void ofManyThoseAroundTheOneAskedAboutAreListed() {
        Outcome outcome = program.run("similar", "--moment", "--json", "--top", "1", path(2));

        assertThat(outcome.document().get("path").asText()).isEqualTo(path(2));
        assertThat(outcome.document().get("rank").asInt()).isEqualTo(2);
        assertThat(outcome.err()).contains("2 photos not shown");
    }

    @Test
    void aPhotoAloneOrWithoutATimeSaysSo() {
        Outcome alone = program.run("similar", "--moment", path(3));
        assertThat(alone.status()).isZero();
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err()).isEqualTo("No other photo was taken at that time.\n");
        Outcome copied = program.run("similar", "--moment", path(4));
        assertThat(copied.status()).isEqualTo(1);
        assertThat(copied.err()).contains("The time when this photo was taken is not known");
        assertThat(program.run("similar", "--moment", path(5)).err()).contains("Only the day");
    }

    @Test
    void whatIsNoPhotoOfTheLibrarySaysWhatItIs() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere.jpg"), "no picture");

        Outcome outcome = program.run("similar", "--moment", elsewhere.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("elsewhere.jpg is in no folder of the library");
        assertThat(program.run("similar", "--moment", path(0), path(1)).status()).isEqualTo(2);
    }
}
