package semblance.indexer.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program `vipsthumbnail` of libvips (Debian: libvips-tools), and what it costs.
final class VipsThumbnail {
    private static final long PATIENCE_MINUTES = 5;
    /// The last line of what bash says of a command: seconds of the program's own time, seconds of the system's for it.
    private static final String TIMED = "TIMEFORMAT='%U %S'; time vipsthumbnail \"$@\"";

    private final Path into;

    /// @param into a directory for its thumbnails
    VipsThumbnail(Path into) {
        this.into = into;
    }

    static boolean isInstalled() throws InterruptedException {
        try {
            return run(List.of("vipsthumbnail", "--vips-version")).startsWith("libvips");
        } catch (IOException _) {
            return false;
        }
    }

    static String version() throws IOException, InterruptedException {
        return run(List.of("vipsthumbnail", "--vips-version")).strip();
    }

    /// Makes thumbnails of 512 pixels on one thread, one after another in one process.
    ///
    /// @return milliseconds of processor time, the program's and the system's for it
    double cpuMs(List<Path> photos) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", "-s", "512", "-o",
                into.resolve("%s-vips.jpg").toString()));
        photos.forEach(photo -> command.add(photo.toString()));
        String said = run(command).strip();
        String[] seconds = said.substring(said.lastIndexOf('\n') + 1).split(" ", 2);
        return 1000 * (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VIPS_CONCURRENCY", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }
}
