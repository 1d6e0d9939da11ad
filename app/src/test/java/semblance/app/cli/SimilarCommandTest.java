package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class SimilarCommandTest {
    @TempDir
    static Path directory;

    private static Program program;
    private static Path photos;

    @BeforeAll
    static void indexPhotos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), 5).toRealPath();
        program.run("index", photos.toString());
    }

    @Test
    void severalPicturesAreAskedWithTogetherAndLeftOut() {
        List<JsonNode> hits = program.run("similar", "--json", photos.resolve("photo2.jpg").toString(),
                photos.resolve("photo4.jpg").toString()).documents();

        assertThat(hits.stream().map(hit -> Path.of(hit.get("path").asText()).getFileName().toString()))
                .containsExactlyInAnyOrder("photo0.jpg", "photo1.jpg", "photo3.jpg");
        assertThat(program.run("similar", photos.resolve("photo2.jpg").toString(), photos.toString()).err())
                .isEqualTo("semblance: " + photos + " is a folder, not a picture. Name a file in it.\n");
    }

    @Test
    void aPhotoOfTheLibraryIsNotAmongThoseLikeIt() {
        List<JsonNode> hits = program.run("similar", "--json", photos.resolve("photo2.jpg").toString()).documents();

        assertThat(hits.stream().map(hit -> Path.of(hit.get("path").asText()).getFileName().toString()))
                .containsExactlyInAnyOrder("photo0.jpg", "photo1.jpg", "photo3.jpg", "photo4.jpg");
    }

    @Test
    void aCopyElsewhereFindsThePhotoItself() throws IOException {
        Path copy = Files.copy(photos.resolve("photo3.jpg"), directory.resolve("cöpy of it.jpg"));

        JsonNode hit = program.run("similar", "--json", "--top", "1", copy.toString()).document();

        assertThat(Path.of(hit.get("path").asText())).isEqualTo(photos.resolve("photo3.jpg"));
        assertThat(hit.get("score").asDouble()).isBetween(0.999, 1.00001);
    }

    @Test
    void aFileThatIsNoPictureIsNamedWithTheReason() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "no picture");

        Outcome outcome = program.run("similar", notes.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .containsExactly("semblance: " + notes + " cannot be used: The file is not a picture.");
    }

    @Test
    void aDamagedPictureIsNamedWithTheReason() throws IOException {
        Path half = Files.write(directory.resolve("half.jpg"), DrawnPhotos.truncatedJpeg());

        Outcome outcome = program.run("similar", half.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("semblance: " + half + " cannot be used: The file is damaged");
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("missing.jpg");

        Outcome outcome = program.run("similar", missing.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .containsExactly("semblance: There is no file " + missing + ". Check the name.");
    }

    @Test
    void aFolderIsToldFromAPicture() {
        Outcome outcome = program.run("similar", photos.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .containsExactly("semblance: " + photos + " is a folder, not a picture. Name a file in it.");
    }

    @Test
    void anEmptyNameIsWrongUsage() {
        assertThat(program.run("similar", "").status()).isEqualTo(2);
    }
}
