package semblance.indexer.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import semblance.model.RgbImage;

/// What other programs see in a picture: upright, in 8 bits of red, green and blue, on white. Each is asked by a process
/// of its own; the first that answers counts.
final class References {
    private static final long PATIENCE_SECONDS = 60;
    private static final String SCRIPT = "reference.py";
    private static final List<List<String>> COMMANDS = List.of(List.of("/usr/bin/python3", "-c", SCRIPT, "FILE"),
            List.of("convert", "FILE[0]", "-auto-orient", "-background", "white", "-alpha", "remove", "-depth", "8",
                    "-type", "TrueColor", "ppm:-"),
            List.of("ffmpeg", "-nostdin", "-v", "error", "-i", "FILE", "-frames:v", "1", "-f", "image2pipe", "-c:v",
                    "ppm",
                    "-pix_fmt", "rgb24", "-"));

    private References() {
    }

    /// A picture, if any program opens the file.
    static Optional<RgbImage> of(Path file) throws InterruptedException {
        for (List<String> command : COMMANDS) {
            try {
                List<String> line = new ArrayList<>(command);
                line.replaceAll(word -> word.replace("FILE", file.toString()));
                int script = line.indexOf(SCRIPT);
                if (script >= 0) {
                    line.set(script, script());
                }
                return Optional.of(anymap(run(line)));
            } catch (IOException _) {
                // Not installed, or it does not open the file: the next one is asked.
            }
        }
        return Optional.empty();
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
