package semblance.model.preprocess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import semblance.model.ImageCrop;
import semblance.model.RgbImage;

/// The Pillow library of this machine, run in processes of its own.
///
/// @param python  a Python that has it
/// @param version of Pillow
/// @param scratch an existing folder for what goes to and fro
record Pillow(String python, String version, Path scratch) {
    /// Names the Python to use, where it is none of the usual ones.
    static final String PYTHON = "semblance.benchmarks.python";

    /// What it made, and how long that took.
    ///
    /// @param cpuMs median processor time of a crop
    record Result(ImageCrop crop, double cpuMs) {
    }

    /// Looks for a Python with Pillow. Debian's own Python has it where another one may come first on the path.
    ///
    /// @throws IllegalStateException saying what to install if there is none
    static Pillow find(Path scratch) throws IOException, InterruptedException {
        List<String> pythons = Stream.of(System.getProperty(PYTHON, "python3"), "python3", "/usr/bin/python3")
                .distinct().toList();
        for (String python : pythons) {
            try {
                return new Pillow(python, run(List.of(python, "-c", "import PIL; print(PIL.__version__)")), scratch);
            } catch (IOException e) {
                System.out.println("no Pillow: " + e.getMessage());
            }
        }
        throw new IllegalStateException(
                "None of " + pythons + " is a Python 3 with the Pillow library. Install it (Debian:"
                        + " apt-get install python3-pil), or name the Python that has it: -D" + PYTHON + "=PATH");
    }

    /// Crops a picture again and again.
    ///
    /// @param kind as in [PreprocessBenchmark]
    Result crop(String kind, RgbImage image, int seconds) throws IOException, InterruptedException {
        Path script = scratch.resolve("pillow_crops.py");
        try (InputStream in = Objects.requireNonNull(Pillow.class.getResourceAsStream("pillow_crops.py"))) {
            Files.write(script, in.readAllBytes());
        }
        Path picture = Files.write(scratch.resolve("picture"), image.pixels());
        Path crop = scratch.resolve("crop");
        String ms = run(List.of(python, script.toString(), kind, Integer.toString(image.width()),
                Integer.toString(image.height()), picture.toString(), crop.toString(), Integer.toString(seconds)));
        byte[] pixels = Files.readAllBytes(crop);
        return new Result(new ImageCrop((int) Math.sqrt(pixels.length / 3.0), pixels), Double.parseDouble(ms));
    }

    /// The largest difference between the values of two crops, of 255.
    static int difference(ImageCrop one, ImageCrop other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException("crops of " + one.size() + " and " + other.size() + " pixels");
        }
        return IntStream.range(0, one.pixels().length)
                .map(i -> Math.abs((one.pixels()[i] & 0xff) - (other.pixels()[i] & 0xff))).max().orElseThrow();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream in = process.getInputStream()) {
            String output = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " says: " + output.lines().reduce("", (_, line) -> line));
            }
            return output;
        }
    }
}
