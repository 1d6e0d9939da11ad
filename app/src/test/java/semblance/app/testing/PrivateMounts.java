package semblance.app.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs shell scripts in which disks of any size can be mounted: a namespace of their own, which Linux gives every user
/// unless it is told not to. Nothing outside is changed.
public final class PrivateMounts {
    private static final long PATIENCE_SECONDS = 300;

    private PrivateMounts() {
    }

    /// Why they cannot be had here; empty if they can.
    public static String obstacle() throws IOException, InterruptedException {
        for (String tool : List.of("unshare", "setpriv")) {
            if (!Files.isExecutable(Path.of("/usr/bin", tool))) {
                return "there is no " + tool;
            }
        }
        Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=1m none /mnt")
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "this system gives users no mounts of their own: " + said.strip();
    }

    /// Runs a script that may call the program as `semblance`, which has no more rights to files than any user.
    ///
    /// @return standard output and standard error together, with `status N` in a line after each `semblance`
    public static String run(Program program, String script) throws IOException, InterruptedException {
        String functions = """
                           set -u
                           semblance() { timeout 120 setpriv --bounding-set=-all --inh-caps=-all "$@" 2>&1; }
                           """;
        List<String> java = ProgramProcess.command("-XX:TieredStopAtLevel=1");
        StringBuilder call = new StringBuilder();
        for (int i = 0; i < java.size(); i++) {
            call.append(" \"$J").append(i).append('"');
        }
        functions = functions.replace("\"$@\"", call.substring(1) + " \"$@\"").replace("2>&1;",
                "2>&1; echo \"status $?\";");
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", functions + script));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(program.environment());
        for (int i = 0; i < java.size(); i++) {
            builder.environment().put("J" + i, java.get(i));
        }
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return said;
    }
}
