package semblance.app.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;

import static org.assertj.core.api.Assertions.assertThat;

/// `backup` and `restore`.
class BackupCommandTest {
    @TempDir
    Path directory;

    private Program program;
    private Path photos;
    private Path backup;

    @BeforeEach
    void indexSome() throws IOException {
        photos = DrawnPhotos.fill(directory.resolve("photos"), 3).toRealPath();
        program = new Program(directory.resolve("data"));
        program.run("index", photos.toString());
        try (PhotoLibrary open = program.wiring().open(StageObserver.NONE)) {
            long id = open.search().photoAt(photos.resolve("photo0.jpg")).orElseThrow();
            assertThat(open.tags().confirm(id, "granny")).isTrue();
        }
        backup = directory.toRealPath().resolve("library.backup");
    }

    private Path catalog() {
        return program.data().resolve("catalog.db");
    }

    private String tags() {
        return program.run("status", photos.resolve("photo0.jpg").toString()).out();
    }

    @Test
    void aRestoredLibraryIsWhatItWasAndNothingIsEncodedAgain() throws IOException {
        assertThat(program.run("backup", backup.toString()).out()).startsWith("Backed up to " + backup + ".");
        program.run("folders", "remove", photos.toString());
        DrawnPhotos.fill(directory.resolve("other"), 2);
        program.run("index", directory.resolve("other").toString());

        Outcome restored = program.run("restore", backup.toString());

        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).startsWith("Restored from " + backup + ". What was there is kept in "
                + program.data().resolve("catalog.db.replaced-"));
        assertThat(tags()).contains("granny (confirmed)");
        assertThat(program.run("search", "--json", "a photo").documents()).hasSize(3);
        assertThat(program.run("doctor", "--full").out()).doesNotContain("WRONG  catalog", "WRONG  index",
                "WRONG  photos");
        assertThat(program.run("index", "--json").document().get("encoded").asLong()).isZero();
        assertThat(program.run("search", "--json", "a photo").documents()).hasSize(3);
    }

    @Test
    void goingBackTwiceToTheSameBackupShowsThatBackup() throws IOException {
        program.run("backup", backup.toString());
        program.run("restore", backup.toString());
        DrawnPhotos.fill(directory.resolve("other"), 6);
        program.run("index", directory.resolve("other").toString());
        program.run("restore", backup.toString());

        assertThat(program.run("search", "--json", "a photo").documents()).hasSize(3);
        program.run("index", photos.toString());
        assertThat(program.run("search", "--json", "a photo").documents()).hasSize(3);
    }

    @Test
    void aDamagedCatalogNamesItsNewestBackupAndComesBackFromIt() throws IOException {
        program.run("backup", backup.toString());
        try (RandomAccessFile file = new RandomAccessFile(catalog().toFile(), "rw")) {
            for (long page = 4096; page < file.length(); page += 4096) {
                file.seek(page);
                file.write(new byte[2048]);
            }
        }

        Outcome refused = program.run("index");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("semblance: The catalog is damaged or is not a catalog. Its newest backup is of ")
                .contains("semblance restore \"" + backup + "\"");
        assertThat(program.run("search", "a photo").err()).contains("semblance restore \"" + backup + "\"");
        assertThat(program.run("restore", backup.toString()).status()).isZero();
        assertThat(tags()).contains("granny (confirmed)");
        assertThat(program.run("index", "--json").document().get("encoded").asLong()).isZero();
    }

    @Test
    void whatIsNoBackupOrADamagedOneChangesNothing() throws IOException {
        Path text = Files.writeString(directory.toRealPath().resolve("letter.txt"), "no backup. ".repeat(1000));
        program.run("backup", backup.toString());
        byte[] bytes = Files.readAllBytes(backup);
        Path half = Files.write(directory.toRealPath().resolve("half"),
                java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path empty = Files.createFile(directory.toRealPath().resolve("empty"));

        for (Path wrong : java.util.List.of(text, half, empty, directory.resolve("nowhere"))) {
            Outcome refused = program.run("restore", wrong.toString());
            assertThat(refused.status()).as("%s", wrong).isEqualTo(1);
            assertThat(refused.err().lines()).as("%s", wrong).singleElement().asString().startsWith("semblance: ");
        }

        assertThat(tags()).contains("granny (confirmed)");
        try (var files = Files.list(program.data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("restoring") || name.contains("replaced"));
        }
    }

    @Test
    void besideAWriterABackupCanBeMadeButNotRestored() {
        try (PhotoLibrary open = program.wiring().open(StageObserver.NONE)) {
            assertThat(open.indexing().counts().indexed()).isEqualTo(3);
            assertThat(program.run("backup", backup.toString()).status()).isZero();
            assertThat(program.run("restore", backup.toString()).err())
                    .startsWith("semblance: Another Semblance is writing this library");
        }
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
        Files.writeString(backup, "a letter");
        Outcome refused = program.run("backup", backup.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo(
                "semblance: " + backup + " is there already. Name another file, or replace it with --force.\n");
        assertThat(backup).hasContent("a letter");

        assertThat(program.run("backup", "--force", backup.toString()).status()).isZero();
        assertThat(program.run("restore", backup.toString()).status()).isZero();
    }

    @Test
    void aLibraryCanBeRestoredWhereThereIsNone() {
        program.run("backup", backup.toString());
        Program fresh = new Program(directory.resolve("elsewhere"));

        assertThat(fresh.run("restore", backup.toString()).out()).isEqualTo(
                "Restored from " + backup + ". Run semblance index to find what has changed since.\n");
        assertThat(fresh.run("search", "--json", "a photo").documents()).hasSize(3);
    }
}
