package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorCommandTest {
    @TempDir
    Path directory;

    @Test
    void aSoundLibraryPassesEveryCheck() throws IOException {
        Program program = new Program(directory.resolve("data"));
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), 2).toString());

        Outcome outcome = program.run("doctor", "--json", "--full");

        List<JsonNode> checks = outcome.documents();
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.propertyStream().map(entry -> entry.getKey())).containsExactly("check", "ok", "detail");
            assertThat(check.get("ok").asBoolean()).as(check.toString()).isTrue();
        });
        assertThat(checks.stream().map(check -> check.get("check").asText()).filter(name -> !name.equals("cuda")))
                .containsExactly("java", "file names", "onnx runtime", "model", "provider", "decoder", "heic decoder",
                        "data", "cache", "config", "log", "catalog", "photos", "index", "texts");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void withoutALibraryAllIsWell() {
        Outcome outcome = new Program(directory.resolve("data")).run("doctor");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("library       none yet; semblance index FOLDER makes one");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void aDamagedCatalogFailsAndTheOtherChecksAreDoneAllTheSame() throws IOException {
        Program program = new Program(Files.createDirectory(directory.resolve("data")));
        Files.writeString(program.data().resolve("catalog.db"), "this is no catalog. ".repeat(300));

        Outcome outcome = program.run("doctor");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out().lines().filter(line -> line.startsWith("WRONG"))).singleElement().asString()
                .startsWith("WRONG library       The catalog is damaged");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("ok"))).hasSizeGreaterThanOrEqualTo(11);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void everyCheckIsALineWithItsColumnsAligned() {
        Outcome outcome = new Program(directory.resolve("data")).run("doctor");

        assertThat(outcome.out().lines()).allMatch(line -> line.matches("ok    .{13} \\S.*"));
    }
}
