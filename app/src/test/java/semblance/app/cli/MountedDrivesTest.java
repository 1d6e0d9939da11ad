package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.PrivateMounts;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Drives that are really mounted and unmounted.
@EnabledOnOs(OS.LINUX)
class MountedDrivesTest {
    @TempDir
    Path directory;

    private Path photos;
    private Program program;

    @BeforeEach
    @SuppressWarnings("SystemOut") // a skipped test says why
    void makePhotos() throws IOException, InterruptedException {
        String obstacle = PrivateMounts.obstacle();
        if (!obstacle.isEmpty()) {
            System.out.println("MountedDrivesTest is skipped: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        photos = DrawnPhotos.fill(directory.resolve("photos"), 5).toRealPath();
        program = new Program(Files.createDirectories(directory.toRealPath().resolve("data")));
    }

    /// @return what is said after each line that begins with `--`
    private String run(String script) throws IOException, InterruptedException {
        return PrivateMounts.run(program, script.replace("PHOTOS", photos.toString())
                .replace("ASIDE", directory.toRealPath().resolve("aside").toString()));
    }

    private static String after(String said, String heading) {
        String rest = said.substring(said.indexOf("-- " + heading) + heading.length() + 3);
        return rest.contains("\n-- ") ? rest.substring(0, rest.indexOf("\n-- ")) : rest;
    }

    @Test
    void aDriveWithinAFolder() throws IOException, InterruptedException {
        String said = run("""
                          mkdir PHOTOS/stick ASIDE
                          mount -t tmpfs -o size=8m none ASIDE
                          mv PHOTOS/photo3.jpg PHOTOS/photo4.jpg ASIDE
                          mount --bind ASIDE PHOTOS/stick
                          semblance index --json PHOTOS
                          umount PHOTOS/stick
                          echo "-- away"
                          semblance index --json
                          cp PHOTOS/photo0.jpg PHOTOS/stick/stray.jpg
                          echo "-- stray"
                          semblance index --json
                          semblance index --json
                          mount --bind ASIDE PHOTOS/stick
                          echo "-- back"
                          semblance index --json
                          rm PHOTOS/stick/photo3.jpg
                          echo "-- deleted"
                          semblance index --json
                          semblance doctor
                          """);

        assertThat(after(said, "away")).as(said).contains("Cannot be reached: " + photos.resolve("stick"))
                .contains("\"photos\":5,\"indexed\":5").contains("\"offline\":2");
        assertThat(after(said, "stray").split("Something else is in " + photos.resolve("stick"))).as(said).hasSize(3);
        assertThat(after(said, "stray")).contains("\"photos\":5,\"indexed\":5").contains("\"offline\":2");
        assertThat(after(said, "back")).as(said).contains("\"photos\":5,\"indexed\":5")
                .contains("\"offline\":0,\"partial\":0,\"encoded\":0").contains("status 0");
        assertThat(after(said, "deleted")).as(said).contains("\"photos\":4,\"indexed\":4").contains("ok    index");
    }

    @Test
    void aFolderThatIsADrive() throws IOException, InterruptedException {
        String said = run("""
                          mkdir ASIDE
                          mount -t tmpfs -o size=8m none ASIDE
                          mv PHOTOS/*.jpg ASIDE
                          mount --bind ASIDE PHOTOS
                          semblance index --json PHOTOS
                          umount PHOTOS
                          echo stray > PHOTOS/stray.txt
                          echo "-- away"
                          semblance index --json
                          rm PHOTOS/stray.txt
                          semblance index --json
                          mount --bind ASIDE PHOTOS
                          echo "-- back"
                          semblance index --json
                          """);

        assertThat(after(said, "away")).as(said).contains("Something else is in " + photos)
                .contains("Cannot be reached: " + photos).contains("\"photos\":5,\"indexed\":5")
                .contains("\"offline\":5").doesNotContain("\"offline\":0");
        assertThat(after(said, "back")).as(said).contains("\"photos\":5,\"indexed\":5")
                .contains("\"offline\":0,\"partial\":0,\"encoded\":0").contains("status 0");
    }
}
