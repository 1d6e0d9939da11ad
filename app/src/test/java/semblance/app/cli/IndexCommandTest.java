package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;

import static org.assertj.core.api.Assertions.assertThat;

class IndexCommandTest {
    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void drawPhotos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), 3);
    }

    @Test
    void jsonCountsWhatIsInTheFolder() throws IOException {
        Files.write(photos.resolve("damaged.jpg"), DrawnPhotos.truncatedJpeg());
        Files.writeString(photos.resolve("notes.txt"), "no picture");

        Outcome outcome = program.run("index", "--json", photos.toString());

        JsonNode counts = outcome.document();
        assertThat(outcome.status()).isZero();
        assertThat(counts.propertyStream().map(entry -> entry.getKey())).containsExactly("photos", "indexed", "failed",
                "pending", "skipped", "offline", "partial", "encoded", "seconds");
        assertThat(counts.get("photos").asLong()).isEqualTo(4);
        assertThat(counts.get("indexed").asLong()).isEqualTo(3);
        assertThat(counts.get("failed").asLong()).isEqualTo(1);
        assertThat(counts.get("pending").asLong()).isZero();
        assertThat(counts.get("skipped").asLong()).isEqualTo(1);
        assertThat(counts.get("offline").asLong()).isZero();
        assertThat(counts.get("encoded").asLong()).isEqualTo(3);
        assertThat(counts.get("seconds").asDouble()).isPositive();
    }

    @Test
    void theResultIsOneSentenceAndTheProgressGoesElsewhere() {
        Outcome outcome = program.run("index", photos.toString());

        assertThat(outcome.out().lines()).containsExactly("3 photos: 3 indexed.");
        assertThat(outcome.err()).startsWith("Read 3 files in ");
    }

    @Test
    void aSecondRunOverAllFoldersReadsOnlyWhatIsNew() throws IOException {
        program.run("index", photos.toString());
        DrawnPhotos.fill(photos, 5);

        Outcome outcome = program.run("index", "--json");

        assertThat(outcome.document().get("photos").asLong()).isEqualTo(5);
        assertThat(outcome.document().get("encoded").asLong()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndNothingIsMadeOrIndexed() {
        Path missing = directory.resolve("no such folder");

        Outcome outcome = program.run("index", photos.toString(), missing.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly(
                "semblance: There is no folder " + missing + ". Check the name, or plug in its drive.");
        assertThat(program.data()).doesNotExist();
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() {
        Path file = photos.resolve("photo0.jpg");

        Outcome outcome = program.run("index", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly(
                "semblance: " + file + " is a file, not a folder. Name the folder that holds it.");
    }

    @Test
    void anEmptyArgumentIsNotTakenForTheCurrentDirectory() {
        Outcome outcome = program.run("index", "");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("semblance: An argument is empty.");
        assertThat(program.data()).doesNotExist();
    }

    @Test
    void withoutAnyFolderItAsksForOne() {
        Outcome outcome = program.run("index");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualToIgnoringNewLines(
                "semblance: The library has no folder yet. Name one: semblance index FOLDER");
    }

    @Test
    void anEmptyFolderIsDone() throws IOException {
        Outcome outcome = program.run("index", Files.createDirectory(directory.resolve("empty")).toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).containsExactly("No photos.");
    }

    @Test
    void aFolderWithinAnotherIsSaidToBePartOfIt() throws IOException {
        program.run("index", photos.toString());
        Path part = DrawnPhotos.fill(photos.resolve("part"), 1);

        Outcome outcome = program.run("index", part.toString());

        assertThat(outcome.err()).startsWith(
                part + " is part of the folder " + photos.toRealPath() + ", which is indexed as a whole.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such names do not exist there")
    void namesWithBlanksAccentsAndLineFeedsAreIndexed() throws IOException {
        Path odd = Files.createDirectory(directory.resolve("fêtes d'été"));
        Files.move(photos.resolve("photo0.jpg"), odd.resolve("é 1.jpg"));
        Files.move(photos.resolve("photo1.jpg"), odd.resolve("two\nlines.jpg"));

        Outcome outcome = program.run("index", odd.toString());
        Outcome found = program.run("search", "--json", "a landscape");

        assertThat(outcome.out().lines()).containsExactly("2 photos: 2 indexed.");
        assertThat(found.documents().stream().map(hit -> Path.of(hit.get("path").asText())))
                .containsExactlyInAnyOrderElementsOf(paths(odd.toRealPath(), "é 1.jpg", "two\nlines.jpg"));
    }

    private static List<Path> paths(Path folder, String... names) {
        return List.of(names).stream().map(folder::resolve).toList();
    }

    @Test
    void aFolderThatWentAwayIsToldAndItsPhotosStay() throws IOException {
        program.run("index", photos.toString());
        Files.move(photos, directory.resolve("unplugged"));

        Outcome outcome = program.run("index", "--json");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("Cannot be reached: ").contains("Its photos stay in the library.");
        assertThat(outcome.document().get("indexed").asLong()).isEqualTo(3);
        assertThat(outcome.document().get("offline").asLong()).isEqualTo(3);
    }

    @Test
    void movedAndDeletedPhotosAreCounted() throws IOException {
        program.run("index", photos.toString());
        Files.move(photos.resolve("photo0.jpg"), photos.resolve("renamed.jpg"));
        Files.delete(photos.resolve("photo1.jpg"));

        Outcome outcome = program.run("index");

        assertThat(outcome.err()).contains("1 photo found at a new place.").contains("1 photo gone from disk removed.");
        assertThat(outcome.out().lines()).containsExactly("2 photos: 2 indexed.");
    }

    @Test
    void whileAnotherProcessWritesItIsRefusedAndSearchingWorks() {
        program.run("index", photos.toString());
        try (PhotoLibrary _ = program.wiring().open(StageObserver.NONE)) {
            Outcome refused = program.run("index", photos.toString());
            Outcome found = program.run("search", "a landscape");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).startsWith("semblance: Another Semblance is writing this library");
            assertThat(refused.err().lines()).hasSize(1);
            assertThat(found.status()).isZero();
            assertThat(found.out().lines()).hasSize(3);
        }
    }

    @Test
    void timingsNameEveryStation() {
        Outcome outcome = program.run("index", "--timings", photos.toString());

        assertThat(outcome.err()).contains("scan ").contains("decode ").contains("encode ").contains("process ");
    }
}
