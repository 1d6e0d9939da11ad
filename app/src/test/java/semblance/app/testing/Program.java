package semblance.app.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import semblance.app.Directories;
import semblance.app.Wiring;
import semblance.app.cli.CommandLineProgram;

/// The program with a data directory of the test, run in this process. Native code is unpacked once for all tests.
///
/// @param data need not exist
public record Program(Path data) {
    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    public Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLineProgram(Wiring::new, environment(), out, err).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The program's objects, for what no command does.
    public Wiring wiring() {
        return new Wiring(Directories.of(null, null, null, environment()));
    }

    /// Variables that name the directories.
    public Map<String, String> environment() {
        return Map.of("SEMBLANCE_DATA", data.toString(), "SEMBLANCE_CACHE", CACHE.toString(), "SEMBLANCE_CONFIG",
                data.resolveSibling("config").toString());
    }
}
