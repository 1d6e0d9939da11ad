package semblance.app;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoriesTest {
    @TempDir
    Path directory;

    private Directories of(Map<String, String> environment) {
        return Directories.of(null, null, null, environment);
    }

    @Test
    void whatTheUserNamesComesBeforeTheEnvironment() {
        Directories directories = Directories.of(directory.resolve("d"), directory.resolve("c"),
                directory.resolve("s"),
                Map.of("SEMBLANCE_DATA", "x", "SEMBLANCE_CACHE", "y", "SEMBLANCE_CONFIG", "z"));

        assertThat(directories.data()).isEqualTo(directory.resolve("d"));
        assertThat(directories.cache()).isEqualTo(directory.resolve("c"));
        assertThat(directories.config()).isEqualTo(directory.resolve("s"));
    }

    @Test
    void theEnvironmentComesBeforeThePlatform() {
        Directories directories = of(Map.of("SEMBLANCE_DATA", directory.resolve("d").toString(), "SEMBLANCE_CACHE",
                directory.resolve("c").toString(), "SEMBLANCE_CONFIG", directory.resolve("s").toString()));

        assertThat(directories.data()).isEqualTo(directory.resolve("d"));
        assertThat(directories.cache()).isEqualTo(directory.resolve("c"));
        assertThat(directories.config()).isEqualTo(directory.resolve("s"));
    }

    @Test
    void aBlankVariableCountsAsUnset() {
        assertThat(of(Map.of("SEMBLANCE_DATA", " ", "SEMBLANCE_CACHE", ""))).isEqualTo(of(Map.of()));
    }

    @Test
    void aRelativePathIsTakenFromTheCurrentDirectory() {
        Path data = Directories.of(Path.of("some/../data"), null, null, Map.of()).data();

        assertThat(data).isAbsolute().isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void thePlatformsOwnPlacesAreNamedAfterTheProgram() {
        Directories directories = of(Map.of());

        assertThat(directories.data()).isAbsolute().asString().containsIgnoringCase("semblance");
        assertThat(directories.cache()).isAbsolute().asString().containsIgnoringCase("semblance");
        assertThat(directories.config()).isAbsolute().asString().containsIgnoringCase("semblance");
    }

    @Test
    void theLogOfALibraryElsewhereLiesWithIt() {
        Directories directories = Directories.of(directory, null, null, Map.of("XDG_STATE_HOME", "/var/state"));

        assertThat(directories.state()).isEqualTo(directory.resolve("log"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLogOfTheUsualLibraryLiesWhereTheSystemKeepsLogs() {
        assertThat(of(Map.of("XDG_STATE_HOME", "/var/state")).state()).isEqualTo(Path.of("/var/state/semblance"));
        assertThat(of(Map.of("XDG_STATE_HOME", "relative", "HOME", "/home/me")).state())
                .isEqualTo(Path.of("/home/me/.local/state/semblance"));
    }

    @Test
    void libraryAndNativeCodeLieInDataAndCache() {
        Directories directories = Directories.of(directory.resolve("d"), directory.resolve("c"), null, Map.of());

        assertThat(directories.library().catalog().getParent()).isEqualTo(directory.resolve("d"));
        assertThat(directories.library().thumbnails().getParent()).isEqualTo(directory.resolve("c"));
        assertThat(directories.natives().getParent()).isEqualTo(directory.resolve("c"));
        assertThat(directories.nativeLog().getParent()).isEqualTo(directories.state());
    }
}
