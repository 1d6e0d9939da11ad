package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.instance.RunningWindow;
import semblance.app.instance.StartRequest;
import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.app.testing.ProgramProcess;

import static org.assertj.core.api.Assertions.assertThat;

/// What only a process of its own can show.
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramProcessTest {
    private static final int MANY = 3000;
    private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";

    @TempDir
    Path directory;

    /// Files that differ only behind the end of their picture.
    private Path manyPhotos() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("photos"));
        byte[] picture = DrawnPhotos.encoded(DrawnPhotos.landscape(1), "jpeg");
        for (int number = 0; number < MANY; number++) {
            byte[] file = Arrays.copyOf(picture, picture.length + 2);
            file[picture.length] = (byte) number;
            file[picture.length + 1] = (byte) (number >> 8);
            Files.write(folder.resolve(number + ".jpg"), file);
        }
        return folder;
    }

    @Test
    void anIndexingRunThatIsToldToEndKeepsWhatItHasAndSaysSo() throws Exception {
        Program program = new Program(directory.resolve("data"));
        ProgramProcess indexing = ProgramProcess.start(program, "index", manyPhotos().toString());
        indexing.awaitError("Indexing [1-9]");

        Outcome outcome = indexing.terminate().finish();

        assertThat(outcome.status()).as("as the shell reports SIGTERM").isEqualTo(128 + 15);
        assertThat(outcome.err()).endsWith("Stopped. What was indexed is kept; semblance index goes on from there.\n");
        JsonNode left = program.run("status", "--json").document();
        assertThat(left.get("indexed").asInt()).isPositive();
        assertThat(left.get("pending").asInt()).isPositive();
        assertThat(left.get("photos").asInt()).isEqualTo(MANY);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void foldersAreFollowedUntilTheProgramIsToldToEndWhichIsNoFailure() throws Exception {
        Path photos = aged(DrawnPhotos.fill(directory.resolve("photos"), 2));
        Program program = new Program(directory.resolve("data"));
        ProgramProcess watching = ProgramProcess.start(program, "index", "--watch", "--json", photos.toString());
        watching.awaitError("Following the folders");
        // All at once: a run may be looking at this very moment.
        Files.move(aged(DrawnPhotos.fill(directory.resolve("prepared"), 4)), photos.resolve("new"));
        watching.awaitError("Read 4 files");

        Outcome outcome = watching.terminate().finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out().lines()).hasSizeGreaterThanOrEqualTo(1).first().asString().contains("\"photos\":2");
        assertThat(program.run("status", "--json").document().get("indexed").asInt()).isEqualTo(6);
    }

    /// Files that were just written are read again by the next run.
    private static Path aged(Path photos) throws IOException {
        try (Stream<Path> files = Files.list(photos)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
        return photos;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWindowThatIsToldToEndAtLogOutEndsInOrderInTheMiddleOfIndexing() throws Exception {
        Path photos = manyPhotos();
        Program program = new Program(Files.createDirectory(directory.resolve("data")));
        ProgramProcess window = ProgramProcess.start(program, Map.of("JAVA_TOOL_OPTIONS", HEADLESS),
                photos.toString());
        while (!new RunningWindow(program.data()).accepts(new StartRequest(List.of(), null))) {
            Thread.onSpinWait();
        }

        Outcome outcome = window.terminate().finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(directory.resolve("config/settings.json")).as("written when a window ends").exists();
        assertThat(program.data().resolve("window/socket")).doesNotExist();
        assertThat(program.data().resolve("log/semblance.log")).content()
                .doesNotContain("ends before its work has stopped");
        JsonNode left = program.run("status", "--json").document();
        assertThat(left.get("pending").asInt() + left.get("indexed").asInt()).isEqualTo(left.get("photos").asInt());
    }

    @Test
    void whatLibjpegComplainsOfGoesToTheLogAndNotIntoTheProgress() throws Exception {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), 1);
        Files.write(photos.resolve("garbled.jpg"), DrawnPhotos.garbledJpeg());
        Files.write(photos.resolve("half.jpg"), DrawnPhotos.truncatedJpeg());
        Program program = new Program(directory.resolve("data"));

        Outcome outcome = ProgramProcess.start(program, "index", photos.toString()).finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).isEqualTo("3 photos: 2 indexed, 1 failed (semblance failures tells why).\n");
        assertThat(outcome.err().split("\r?\u001b\\[K|\n")).allMatch(
                line -> line.isEmpty() || line.matches("(Looking|█*░* ?Indexing|Making|Read 3 files).*"),
                outcome.err());
        assertThat(program.data().resolve("log/native.log")).content().contains("Corrupt JPEG data");
    }

    @Test
    void similarToAGarbledPictureComplainsOfNothingEither() throws Exception {
        Program program = new Program(directory.resolve("data"));
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), 2).toString());
        Path garbled = Files.write(directory.resolve("garbled.jpg"), DrawnPhotos.garbledJpeg());

        Outcome outcome = ProgramProcess.start(program, "similar", garbled.toString()).finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(2);
    }

    @Test
    void nothingIsLoggedToTheConsole() throws Exception {
        Program program = new Program(directory.resolve("data"));
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), 2).toString());

        Outcome outcome = ProgramProcess.start(program, "search", "a green field").finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(2);
    }

    @Test
    void noLibraryLeavesTracesInTheUsersHomeOrReportsToItsMakers() throws Exception {
        Program program = new Program(directory.resolve("data"));
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), 2).toString());
        Path home = Files.createDirectory(directory.resolve("home"));

        Outcome outcome = ProgramProcess.start(program, Map.of("HOME", home.toString(), "XDG_CACHE_HOME",
                home.resolve("cache").toString()), "search", "a green field").finish();

        assertThat(outcome.status()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aCommandLineMayBeLong() throws Exception {
        Program program = new Program(directory.resolve("data"));
        String photos = DrawnPhotos.fill(directory.resolve("photos"), 2).toString();
        List<String> arguments = new ArrayList<>(Collections.nCopies(500, photos));
        arguments.addFirst("index");

        Outcome outcome = ProgramProcess.start(program, arguments.toArray(String[]::new)).finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).isEqualTo("2 photos: 2 indexed.\n");
    }

    /// Where it fails, starts become slow and nobody is told.
    @Test
    void theRehearsalForLaterStartsGoesThroughCommandsAndWindow() throws Exception {
        Outcome outcome = ProgramProcess.start(new Program(directory.resolve("data")), "rehearse").finish();

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).isEmpty();
    }
}
