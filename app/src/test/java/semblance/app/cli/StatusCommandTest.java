package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class StatusCommandTest {
    @TempDir
    Path directory;

    @Test
    void jsonHasTheFieldsOfAnIndexingRun() throws IOException {
        Program program = indexed();

        JsonNode status = program.run("status", "--json").document();

        assertThat(status.propertyStream().map(entry -> entry.getKey())).containsExactly("photos", "indexed", "failed",
                "pending", "skipped", "offline", "partial", "encoded", "seconds");
        assertThat(status.get("photos").asLong()).isEqualTo(3);
        assertThat(status.get("indexed").asLong()).isEqualTo(2);
        assertThat(status.get("failed").asLong()).isEqualTo(1);
        assertThat(status.get("encoded").asLong()).isZero();
    }

    @Test
    void itNamesTheFoldersAndThoseOutOfReach() throws IOException {
        Program program = indexed();
        Path other = DrawnPhotos.fill(directory.resolve("other"), 1);
        program.run("index", other.toString());
        Files.move(other, directory.resolve("unplugged"));
        program.run("index");

        Outcome outcome = program.run("status");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).containsExactly(
                "4 photos: 3 indexed, 1 failed (semblance failures tells why), 1 offline.",
                "  " + directory.toRealPath().resolve("photos"),
                "  " + directory.toRealPath().resolve("other") + "  (cannot be reached; its photos stay searchable)");
    }

    @Test
    void withoutALibraryItFailsAndMakesNothing() {
        Program program = new Program(directory.resolve("data"));

        Outcome outcome = program.run("status", "--json");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("There is no library yet in " + program.data());
        assertThat(program.data()).doesNotExist();
    }

    @Test
    void aFileThatIsNoCatalogIsToldWithWhatToDo() throws IOException {
        Program program = new Program(Files.createDirectory(directory.resolve("data")));
        Files.writeString(program.data().resolve("catalog.db"), "this is no catalog. ".repeat(300));

        Outcome outcome = program.run("status");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("semblance: The catalog is damaged or is not a catalog.")
                .contains("Restore it from a backup");
        assertThat(outcome.err().lines()).hasSize(1);
    }

    private Program indexed() throws IOException {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), 2);
        Files.write(photos.resolve("damaged.jpg"), DrawnPhotos.truncatedJpeg());
        Program program = new Program(directory.resolve("data"));
        program.run("index", photos.toString());
        return program;
    }
}
