package semblance.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Commands run where there is neither JavaFX nor a display, as the launcher starts them.
class CommandsWithoutJavaFxTest {
    @TempDir
    private Path directory;

    @Test
    void helpIsPrinted() throws Exception {
        Outcome outcome = run("--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).anyMatch(line -> line.contains("index"));
    }

    @Test
    void aCommandThatOpensTheLibraryWorks() throws Exception {
        Path photos = Files.createDirectory(directory.resolve("photos"));

        Outcome outcome = run("index", "--data", directory.resolve("data").toString(), "--cache",
                directory.resolve("cache").toString(), photos.toString());

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).containsExactly("No photos.");
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("javafx") && !entry.contains("atlantafx"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "semblance.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().remove("DISPLAY");
        process.environment().remove("WAYLAND_DISPLAY");
        return FakeCheckout.finish(process.start());
    }
}
