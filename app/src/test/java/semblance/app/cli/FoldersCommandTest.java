package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;

import static org.assertj.core.api.Assertions.assertThat;

class FoldersCommandTest {
    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void indexSome() throws IOException {
        photos = DrawnPhotos.fill(directory.resolve("photos"), 3).toRealPath();
        program = new Program(directory.resolve("data"));
        program.run("index", photos.toString());
    }

    @Test
    void jsonHasAFoldersStatePhotosAndLastWalk() {
        JsonNode folder = program.run("folders", "--json").document();

        assertThat(folder.propertyStream().map(entry -> entry.getKey())).containsExactly("path", "state", "photos",
                "indexed", "failed", "pending", "last_whole_walk");
        assertThat(folder.get("path").asText()).isEqualTo(photos.toString());
        assertThat(folder.get("state").asText()).isEqualTo("online");
        assertThat(folder.get("photos").asLong()).isEqualTo(3);
        assertThat(Instant.parse(folder.get("last_whole_walk").asText())).isBefore(Instant.now());
    }

    @Test
    void peopleReadTheFolderAndBelowItHowItStands() throws IOException {
        Files.move(photos, directory.resolve("away"));
        program.run("index");

        assertThat(program.run("folders", "list").out()).startsWith(photos + "\n    3 photos, last gone through ")
                .endsWith("; cannot be reached: plug in its drive, or relocate it\n");
    }

    @Test
    void aRemovedFolderIsGoneAndItsFilesAreNot() {
        Outcome removed = program.run("folders", "remove", photos.toString());

        assertThat(removed.status()).isZero();
        assertThat(removed.out()).isEqualTo("Removed, with 3 photos. Their tags are kept for 30 days.\n");
        assertThat(photos.resolve("photo0.jpg")).exists();
        assertThat(program.run("folders").err()).startsWith("The library has no folder yet.");
        assertThat(program.run("search", "a photo").err()).startsWith("No photo is indexed yet.");
    }

    @Test
    void aFolderWhoseMountPointChangedIsNotReadAgain() throws IOException {
        Path place = directory.toRealPath().resolve("other place");
        Files.move(photos, place);

        Outcome relocated = program.run("folders", "relocate", photos.toString(), place.toString());

        assertThat(relocated.status()).isZero();
        assertThat(relocated.out()).isEqualTo("3 photos are in " + place + " now.\n");
        assertThat(program.run("index", "--json").document().get("encoded").asLong()).isZero();
        assertThat(program.run("status", "--json").document().get("indexed").asLong()).isEqualTo(3);
    }

    @Test
    void aPlaceWithoutItsPhotosIsRefusedWithTheWayOut() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty")).toRealPath();

        Outcome refused = program.run("folders", "relocate", photos.toString(), empty.toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo("semblance: Of 3 photos of " + photos + ", 0 are in " + empty
                + ". Name the folder that holds them now; if it is the right one nevertheless, use --force.\n");
        assertThat(program.run("folders", "relocate", "--force", photos.toString(), empty.toString()).status())
                .isZero();
    }

    @Test
    void besideAWriterItSaysWhatToDo() {
        try (PhotoLibrary open = program.wiring().open(StageObserver.NONE)) {
            assertThat(open.folders().all()).hasSize(1);

            Outcome refused = program.run("folders", "remove", photos.toString());

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).startsWith("semblance: Another Semblance is writing this library")
                    .contains("Wait until it is done, or close it");
            assertThat(program.run("folders").status()).as("listing works beside it").isZero();
        }
    }

    @Test
    void whatIsExcludedLeavesWhenTheFoldersAreIndexedNext() throws IOException {
        DrawnPhotos.fill(photos.resolve("Screenshots"), 2);
        assertThat(program.run("index", "--json").document().get("photos").asLong()).isEqualTo(5);

        JsonNode excluded = program.run("folders", "exclude", "--json", "--min-size", "10", "Screenshots").document();

        assertThat(excluded.toString()).isEqualTo("{\"patterns\":[\"Screenshots\"],\"min_size\":10}");
        assertThat(program.run("index", "--json").document().get("photos").asLong()).isEqualTo(3);
        assertThat(program.run("folders", "exclude").out())
                .isEqualTo("Screenshots\nfiles of less than 10 bytes\n");

        assertThat(program.run("folders", "include", "Screenshots").status()).isZero();
        assertThat(program.run("index", "--json").document().get("photos").asLong()).isEqualTo(5);
        Outcome again = program.run("folders", "include", "Screenshots");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("is not excluded by you");
        assertThat(program.run("folders", "exclude", "/etc").err()).contains("relative to a folder of the library");
    }

    @Test
    void aFolderMadeAnewIsTakenAsItIsOnlyIfTheUserSaysSo() throws IOException {
        Files.move(photos, directory.resolve("away"));
        DrawnPhotos.fill(photos.resolve("new"), 1);
        Outcome doubtful = program.run("index");
        assertThat(doubtful.status()).isEqualTo(1);
        assertThat(doubtful.err()).contains("Something else is in " + photos)
                .contains("semblance folders accept " + photos);

        assertThat(program.run("folders", "accept", photos.toString()).status()).isZero();

        JsonNode counts = program.run("index", "--json").document();
        assertThat(counts.get("photos").asLong()).isEqualTo(1);
        assertThat(counts.get("offline").asLong()).isZero();
    }
}
