package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

/// Disks that are really full or read-only: what users read, and that nothing is lost.
@EnabledOnOs(OS.LINUX)
class FaultyDisksTest {
    @TempDir
    Path directory;

    private Path photos;
    private Path more;
    private Program program;

    @BeforeEach
    @SuppressWarnings("SystemOut") // a skipped test says why
    void makePhotos() throws IOException, InterruptedException {
        String obstacle = PrivateMounts.obstacle();
        if (!obstacle.isEmpty()) {
            System.out.println("FaultyDisksTest is skipped: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        photos = DrawnPhotos.fill(directory.resolve("photos"), 3).toRealPath();
        more = Files.createDirectories(directory.resolve("more")).toRealPath();
        for (int number = 10; number < 50; number++) {
            Files.write(more.resolve(number + ".jpg"), DrawnPhotos.encoded(DrawnPhotos.landscape(number), "jpeg"));
        }
        program = new Program(Files.createDirectories(directory.toRealPath().resolve("data")));
    }

    private String run(String script) throws IOException, InterruptedException {
        return PrivateMounts.run(program, script.replace("DATA", program.data().toString())
                .replace("CACHE", program.environment().get("SEMBLANCE_CACHE")).replace("PHOTOS", photos.toString())
                .replace("MORE", more.toString()));
    }

    @Test
    void aFullDiskUnderTheCatalog() throws IOException, InterruptedException {
        String said = run("""
                          mount -t tmpfs -o size=64m none DATA
                          semblance index PHOTOS
                          cat /dev/zero > DATA/filler 2> /dev/null
                          echo "-- full"
                          semblance index MORE
                          semblance search --json "a disc"
                          echo "-- getting full"
                          rm DATA/filler
                          head -c $(( ($(df -k --output=avail DATA | tail -n 1) - 300) * 1024 )) /dev/zero > DATA/filler
                          semblance index MORE
                          semblance search --json "a disc"
                          echo "-- room"
                          rm DATA/filler
                          semblance index --json
                          semblance doctor
                          """);

        assertThat(said).contains("-- full").contains("-- room");
        String full = said.substring(said.indexOf("-- full"), said.indexOf("-- getting full"));
        String gettingFull = said.substring(said.indexOf("-- getting full"), said.indexOf("-- room"));
        assertThat(gettingFull).containsAnyOf("The disk that holds the catalog is full. Free some space",
                "what it lacks is taken from the catalog next time, so nothing is lost.").contains("status 1")
                .contains("\"rank\":3").contains("status 0");
        assertThat(full).contains(
                "semblance: The disk that holds the catalog is full. Free some space and start again; nothing is lost.")
                .contains("status 1").contains("\"rank\":3").contains("status 0");
        assertThat(said.substring(said.indexOf("-- room"))).contains("\"photos\":43,\"indexed\":43,\"failed\":0")
                .contains("ok    catalog", "ok    index         43 photos can be found");
    }

    @Test
    void aFullDiskUnderTheIndex() throws IOException, InterruptedException {
        String said = run("""
                          mkdir DATA/index
                          semblance index PHOTOS
                          cp -r DATA/index DATA/aside
                          mount -t tmpfs -o size=64k none DATA/index
                          cp -r DATA/aside/. DATA/index
                          rm -r DATA/aside
                          semblance index MORE
                          semblance status --json
                          semblance search --json --top 100 "a disc"
                          echo "-- room"
                          mount -o remount,size=64m DATA/index
                          semblance index --json
                          semblance doctor
                          """);

        assertThat(said).contains("semblance: The index of ")
                .contains("cannot be written; what it lacks is taken from the"
                        + " catalog next time, so nothing is lost. Reading or writing failed: No space left on device.");
        String room = said.substring(said.indexOf("-- room"));
        assertThat(room).contains("\"photos\":43,\"indexed\":43,\"failed\":0")
                .contains("ok    catalog", "ok    index         43 photos can be found");
        assertThat(room).as("nothing is encoded twice").contains("\"encoded\":" + (43 - number("indexed", said)) + ",");
    }

    /// The first number of this name in what was said.
    private static int number(String name, String said) {
        Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void aFullDiskUnderTheThumbnails() throws IOException, InterruptedException {
        String said = run("""
                          mkdir -p CACHE/thumbnails
                          mount -t tmpfs -o size=4k none CACHE/thumbnails
                          semblance index --json PHOTOS MORE
                          """);

        assertThat(said).contains("\"photos\":43,\"indexed\":43,\"failed\":0").contains("status 0");
    }

    /// Reading the memory of a process at its beginning is an input/output error, which a bad sector is too.
    @Test
    void photosThatCannotBeRead() throws IOException, InterruptedException {
        String said = run("""
                          mkdir PHOTOS/closed
                          setpriv --bounding-set=-all --inh-caps=-all sleep 300 &
                          mount --bind /proc/$!/mem PHOTOS/photo1.jpg
                          chmod 000 PHOTOS/photo2.jpg PHOTOS/closed
                          semblance index PHOTOS
                          semblance failures
                          echo "-- well again"
                          kill $!
                          umount PHOTOS/photo1.jpg
                          chmod 755 PHOTOS/photo2.jpg PHOTOS/closed
                          semblance index --json
                          """);

        assertThat(said).contains("3 photos: 1 indexed, 2 failed (semblance failures tells why).")
                .contains("Not everything in " + photos
                        + " could be listed, so nothing of it was removed. Check the permissions in it.")
                .contains(photos + "/photo1.jpg\n    unreadable: It cannot be read: Input/output error."
                        + " Check its permissions and its drive.")
                .contains(photos + "/photo2.jpg\n    unreadable: It cannot be read: access is denied.");
        assertThat(said.substring(said.indexOf("-- well again"))).contains("\"photos\":3,\"indexed\":3,\"failed\":0");
    }

    @Test
    void aReadOnlyDataDirectoryCanBeSearched() throws IOException, InterruptedException {
        String said = run("""
                          semblance index PHOTOS
                          mount --bind DATA DATA
                          mount -o remount,ro,bind DATA
                          echo "-- read only"
                          semblance search --json "a disc"
                          semblance status
                          semblance folders
                          echo "-- writing"
                          semblance index MORE
                          """);

        String reading = said.substring(said.indexOf("-- read only"), said.indexOf("-- writing"));
        assertThat(reading).contains("\"rank\":3").contains("3 photos: 3 indexed.")
                .contains("3 photos, last gone through")
                .doesNotContain("status 1");
        assertThat(said.substring(said.indexOf("-- writing"))).contains("semblance: The data directory "
                + program.data()
                + " cannot be written (Read-only file system). Check its permissions, or name another one with --data.")
                .contains("status 1");
    }
}
