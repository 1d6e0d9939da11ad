package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryOptionsTest {
    @TempDir
    Path directory;

    private Outcome run(String command, Path data) throws IOException {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), 1);
        Path table = Files.writeString(directory.resolve("captions.tsv"), "photo0.jpg\ta drawing\n");
        List<String> operands = switch (command) {
            case "index" -> List.of(photos.toString());
            case "search" -> List.of("dog");
            case "similar" -> List.of(photos.resolve("photo0.jpg").toString());
            case "eval" -> List.of("--images", photos.toString(), "--captions", table.toString());
            default -> List.of();
        };
        return new Program(directory.resolve("elsewhere")).run(Stream.concat(Stream.of(command, "--data",
                data.toString(), "--cache", directory.resolve("cache").toString(), "--config",
                directory.resolve("config").toString()), operands.stream()).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "search", "similar", "failures"})
    void readersLookForTheLibraryWhereTheOptionSays(String command) throws IOException {
        Path data = directory.resolve("my data");

        assertThat(run(command, data).err()).contains("There is no library yet in " + data);
    }

    @Test
    void writersMakeTheLibraryWhereTheOptionsSay() throws IOException {
        Path data = directory.resolve("my data");

        assertThat(run("index", data).status()).isZero();
        assertThat(data.resolve("catalog.db")).isRegularFile();
        assertThat(directory.resolve("cache/thumbnails")).isDirectory();
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void theDoctorLooksAtTheDirectoriesOfTheOptions() throws IOException {
        assertThat(run("doctor", directory.resolve("my data")).out()).contains(directory.resolve("my data").toString())
                .contains(directory.resolve("cache").toString()).contains(directory.resolve("config").toString());
    }

    @Test
    void evaluationTakesThemToo() throws IOException {
        assertThat(run("eval", directory.resolve("my data")).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "search", "similar", "status", "failures", "eval", "doctor"})
    void aFileIsNoDirectory(String command) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        Outcome outcome = run(command, file);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'--data': " + file + " is a file, not a directory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data", "--cache", "--config"})
    void anEmptyNameIsNotTakenForTheCurrentDirectory(String option) {
        Outcome outcome = new Program(directory.resolve("data")).run("status", option, "");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("semblance: Invalid value for option '" + option + "': it is empty.");
    }
}
