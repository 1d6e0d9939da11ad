package semblance.indexer.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import semblance.model.RgbImage;

/// What other programs see in a picture: upright, in 8 bits of red, green and blue, on white. Each is asked by a process
/// of its own.
final class References {
    private static final long PATIENCE_SECONDS = 60;
    private static final String SCRIPT = "reference.py";
    private static final List<Program> PROGRAMS = List.of(
            new Program("pillow", List.of("/usr/bin/python3", "-c", SCRIPT, "FILE")),
            new Program("magick",
                    List.of("convert", "FILE[0]", "-auto-orient", "-background", "white", "-alpha", "remove",
                            "-depth", "8", "-type", "TrueColor", "ppm:-")),
            new Program("ffmpeg", List.of("ffmpeg", "-nostdin", "-v", "error", "-i", "FILE", "-frames:v", "1", "-f",
                    "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24", "-")),
            // Which only writes files, and leaves it to the next one what lies behind.
            new Program("libheif", List.of("sh", "-c", "t=$(mktemp -d) && heif-convert \"$1\" $t/a.png >&2"
                    + " && /usr/bin/python3 -c \"$2\" $t/a.png; r=$?; rm -r $t; exit $r", "sh", "FILE", SCRIPT)));

    private record Program(String name, List<String> command) {
        Optional<RgbImage> sees(Path file) throws InterruptedException {
            try {
                List<String> line = new ArrayList<>(command);
                line.replaceAll(word -> word.replace("FILE", file.toString()));
                int script = line.indexOf(SCRIPT);
                if (script >= 0) {
                    line.set(script, script());
                }
                return Optional.of(anymap(run(line)));
            } catch (IOException _) {
                return Optional.empty(); // not installed, or it does not open the file
            }
        }
    }

    private References() {
    }

    /// What the first program sees that opens the file, if there is one.
    static Optional<RgbImage> of(Path file) throws InterruptedException {
        for (Program program : PROGRAMS) {
            Optional<RgbImage> seen = program.sees(file);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    /// What each program sees that opens the file, by its name.
    static Map<String, RgbImage> all(Path file) throws InterruptedException {
        Map<String, RgbImage> seen = new LinkedHashMap<>();
        for (Program program : PROGRAMS) {
            program.sees(file).ifPresent(picture -> seen.put(program.name, picture));
        }
        return seen;
    }

    private static String script() throws IOException {
        try (InputStream in = References.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> {
            try {
                return process.getInputStream().readAllBytes();
            } catch (IOException _) {
                return new byte[0];
            }
        });
        try {
            byte[] said = output.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (process.waitFor() != 0) {
                throw new IOException("refused");
            }
            return said;
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
    }

    /// A binary PPM of 8 bits without comments, as the programs above write it.
    private static RgbImage anymap(byte[] file) throws IOException {
        String[] words = new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1).split("\\s", 5);
        if (words.length < 5 || !words[0].equals("P6") || !words[3].equals("255")) {
            throw new IOException("no PPM");
        }
        int width = Integer.parseInt(words[1]);
        int height = Integer.parseInt(words[2]);
        return new RgbImage(width, height,
                Arrays.copyOfRange(file, file.length - 3 * width * height, file.length));
    }
}
