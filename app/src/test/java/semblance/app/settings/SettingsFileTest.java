package semblance.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsFileTest {
    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void inANewDirectory(@TempDir Path directory) {
        file = directory.resolve("not there yet").resolve("settings.json");
        settings = new SettingsFile(file);
    }

    @Test
    void withoutAFileTheDefaultsCount() {
        assertThat(settings.load()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Settings saved = new Settings(OnClose.FINISH, 240, 900, 700, "cuda", true, true);
        settings.save(Settings.DEFAULT);
        settings.save(saved);

        assertThat(new SettingsFile(file).load()).isEqualTo(saved);
        assertThat(filesBeside()).as("nothing is left of the writing").containsExactly("settings.json");
    }

    @Test
    void whatAFileDoesNotSayIsTheDefaultAndWhatIsNotKnownIsPassedOver() throws IOException {
        write("{\"on_close\": \"STOP\", \"of_a_later_version\": {\"x\": 1}}");

        assertThat(settings.load()).isEqualTo(Settings.DEFAULT.withOnClose(OnClose.STOP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"cell_size\": \"large\"}", "{\"on_close\": \"MAYBE\"}",
        "{\"cell_size\": -4, \"window_width\": 1e400}"})
    void aFileThatMakesNoSenseIsAsGoodAsNone(String content) throws IOException {
        write(content);

        assertThat(settings.load()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void sizesStayUsable() throws IOException {
        write("{\"cell_size\": 100000, \"window_width\": 3, \"window_height\": 1}");

        assertThat(settings.load())
                .isEqualTo(new Settings(OnClose.ASK, Settings.LARGEST_CELL, 480, 360, "auto", false, false));
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> filesBeside() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(found -> found.getFileName().toString()).toList();
        }
    }
}
