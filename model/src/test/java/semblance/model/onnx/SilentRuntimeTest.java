package semblance.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Starts ONNX Runtime in a process of its own, whose home directory is empty.
class SilentRuntimeTest {
    private static final int LONG_COMMAND_LINE = 20_000;

    @TempDir
    Path home;

    /// What the process runs.
    static final class Started {
        private Started() {
        }

        public static void main(String[] arguments) {
            SilentRuntime.environment();
        }
    }

    @Test
    void startingLeavesNothingInTheUsersHome() throws IOException, InterruptedException {
        assertThat(exitStatus(home, "short")).isZero();

        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aLongCommandLineDoesNotKillTheProcess() throws IOException, InterruptedException {
        assertThat(exitStatus(home, "x".repeat(LONG_COMMAND_LINE))).isZero();
    }

    private static int exitStatus(Path home, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + home, "-cp",
                        System.getProperty("java.class.path"), Started.class.getName(), argument));
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().remove("ORT_DISABLE_TELEMETRY");
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
