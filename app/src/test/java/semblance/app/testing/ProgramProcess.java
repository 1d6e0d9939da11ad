package semblance.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import semblance.app.Main;

/// The program in a process of its own, as the launcher starts it: for what only a process has, its descriptors and its
/// end.
public final class ProgramProcess {
    /// So that a test fails, and shows what the program has said, where it waits for what never comes.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Process process;
    private final CompletableFuture<String> out;
    private final StringBuilder err = new StringBuilder();

    private ProgramProcess(Process process) {
        this.process = process;
        this.out = CompletableFuture.supplyAsync(() -> {
            try (InputStream stream = process.getInputStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Starts it as on a terminal, so that it shows often how it goes.
    public static ProgramProcess start(Program program, String... arguments) throws IOException {
        return start(program, Map.of(), arguments);
    }

    /// Starts it so with more variables.
    public static ProgramProcess start(Program program, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = command("-Dsemblance.terminal=true");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(program.environment());
        // The program has to do without what Maven sets for all tests.
        builder.environment().remove("ORT_DISABLE_TELEMETRY");
        builder.environment().putAll(variables);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
        return new ProgramProcess(process);
    }

    /// How the launcher calls it, without arguments.
    static List<String> command(String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }

    /// Waits until its standard error holds what is looked for.
    ///
    /// @param pattern a regular expression
    /// @throws IllegalStateException if it ends without that
    public void awaitError(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        InputStream stream = process.getErrorStream();
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            err.append((char) next);
            if (wanted.matcher(err).find()) {
                return;
            }
        }
        throw new IllegalStateException("ended without " + pattern + ": " + err);
    }

    /// Asks it to end, as a log-out does.
    public ProgramProcess terminate() {
        process.toHandle().destroy(); // that of Process itself would close its streams
        return this;
    }

    /// Waits for its end.
    public Outcome finish() throws IOException, InterruptedException {
        err.append(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        return new Outcome(process.waitFor(), out.join(), err.toString());
    }

    /// Tests run in the module's folder under Maven, in the checkout's under some editors.
    private static Path options() {
        return Stream.of("src/main/launcher/jvm.options", "app/src/main/launcher/jvm.options").map(Path::of)
                .filter(Files::isRegularFile).findFirst().orElseThrow();
    }
}
