package semblance.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.HealthCheck;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryCheckTest {
    @TempDir
    Path directory;

    @Test
    void aDirectoryThatCanBeMadeIsWell() {
        Path deep = directory.resolve("not/yet/there");

        HealthCheck check = DirectoryCheck.of("data", deep);

        assertThat(check.ok()).as(check.detail()).isTrue();
        assertThat(check.name()).isEqualTo("data");
        assertThat(check.detail()).startsWith(deep + ", ").endsWith(" MiB free");
        assertThat(deep).doesNotExist();
    }

    @Test
    void aFileInItsPlaceOrAboveItIsNamedWithTheOptionThatHelps() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(DirectoryCheck.of("cache", file.resolve("below"))).isEqualTo(new HealthCheck("cache", false, file
                + " is a file, not a directory. Move it away, or name another directory with --cache."));
        assertThat(DirectoryCheck.of("log", file).detail()).endsWith("with --data.");
    }
}
