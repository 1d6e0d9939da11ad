package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsCommandTest {
    @TempDir
    Path directory;

    private Program program;

    @BeforeEach
    void newProgram() {
        program = new Program(directory.resolve("data"));
    }

    @Test
    void theStarterIsListedFirstAndTheOthersCanBeDownloaded() {
        Outcome outcome = program.run("models", "list");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines().toList().getFirst()).startsWith("semblance-starter-1")
                .contains("in the program");
        assertThat(outcome.out()).containsPattern("clip-vit-base-patch32 +can be downloaded +580 MiB");
        assertThat(outcome.out()).contains("    CLIP ViT-B/32; licence MIT; English", "many languages",
                "    Knows far more things");
        assertThat(program.run("models").out()).isEqualTo(outcome.out());
    }

    @Test
    void anImportedModelIsListed() throws IOException {
        TinyModel.clipResNet(new Random(5)).writeTransformers(directory.resolve("Tiny CLIP"));

        Outcome outcome = program.run("models", "import", directory.resolve("Tiny CLIP").toString(), "--json");

        assertThat(outcome.status()).isZero();
        JsonNode document = outcome.document();
        assertThat(document.propertyStream().map(entry -> entry.getKey())).containsExactly("id", "title", "state",
                "licence", "languages", "dimension", "size", "downloaded", "improves", "needs", "page");
        assertThat(document.get("id").asText()).isEqualTo("tiny-clip");
        assertThat(document.get("dimension").asInt()).isEqualTo(20);
        assertThat(program.run("models", "list").out()).containsPattern("tiny-clip +on this machine");
    }

    @Test
    void aWarningComesBesideTheResult() throws IOException {
        TinyModel.clipWithExactGelu(new Random(5)).writeTransformers(directory.resolve("tiny"));

        Outcome outcome = program.run("models", "import", directory.resolve("tiny").toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("Warning: ", "QuickGELU");
        assertThat(outcome.out().lines()).singleElement().asString().startsWith("Imported tiny: 20 dimensions");
    }

    @Test
    void whatCannotBeImportedIsSaidInALine() {
        Outcome outcome = program.run("models", "import", directory.resolve("none").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("semblance: The model in ")
                .contains("no such folder");
    }

    @Test
    void aDamagedCardIsAProblemBesideTheList() throws IOException {
        Files.createDirectories(directory.resolve("data/models/broken"));
        Files.writeString(directory.resolve("data/models/broken/card.json"), "{");

        Outcome outcome = program.run("models", "list");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("broken", "card.json");
        assertThat(outcome.out()).contains("semblance-starter-1");
    }
}
