package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresCommandTest {
    @TempDir
    Path directory;

    private Program program;
    private Path damaged;

    @BeforeEach
    void indexADamagedPhoto() throws IOException {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), 1).toRealPath();
        damaged = Files.write(photos.resolve("damaged.jpg"), DrawnPhotos.truncatedJpeg());
        // One written this moment may be written again unseen, so a run may look at it twice.
        Files.setLastModifiedTime(damaged, FileTime.from(Instant.now().minusSeconds(60)));
        program = new Program(directory.resolve("data"));
        program.run("index", photos.toString());
    }

    @Test
    void jsonNamesTheFileWithItsFailure() {
        JsonNode failure = program.run("failures", "--json").document();

        assertThat(failure.propertyStream().map(entry -> entry.getKey())).containsExactly("path", "kind", "message",
                "attempts");
        assertThat(failure.get("path").asText()).isEqualTo(damaged.toString());
        assertThat(failure.get("kind").asText()).isEqualTo("damaged");
        assertThat(failure.get("message").asText()).startsWith("The file is damaged");
        assertThat(failure.get("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void peopleReadThePathAndBelowItTheCause() {
        Outcome outcome = program.run("failures");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).hasSize(2).first().isEqualTo(damaged.toString());
        assertThat(outcome.out().lines().toList().getLast()).startsWith("    damaged: The file is damaged");
    }

    @Test
    void aFileThatStillFailsCountsAnotherAttempt() {
        Outcome outcome = program.run("failures", "--retry", "--json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.document().get("attempts").asInt()).isEqualTo(2);
        assertThat(outcome.err()).contains("2 photos: 1 indexed, 1 failed");
    }

    @Test
    void aPhotoOfWhichAPartIsMissingIsIndexedAndListed() throws IOException {
        Files.write(damaged, DrawnPhotos.halfJpeg());

        Outcome retried = program.run("failures", "--retry", "--json");

        assertThat(retried.document().get("kind").asText()).isEqualTo("partial");
        assertThat(retried.err()).contains("2 photos: 2 indexed, 1 damaged in part (semblance failures lists it).");
        assertThat(program.run("status", damaged.toString()).out())
                .contains("is indexed. A part of the picture is missing or garbled.");
    }

    @Test
    void aRepairedFileFailsNoMore() throws IOException {
        Files.write(damaged, DrawnPhotos.encoded(DrawnPhotos.landscape(9), "jpeg"));

        Outcome retried = program.run("failures", "--retry");

        assertThat(retried.status()).isZero();
        assertThat(retried.out()).isEmpty();
        assertThat(retried.err()).contains("2 photos: 2 indexed.").contains("Nothing has failed.");
    }

    @Test
    void withoutALibraryRetryingSaysSo() {
        Outcome outcome = new Program(directory.resolve("none")).run("failures");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("There is no library yet in");
    }
}
