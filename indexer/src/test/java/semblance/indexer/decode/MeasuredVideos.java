package semblance.indexer.decode;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Videos as cameras make them (30 frames a second, a moving picture under the noise of a sensor, as many bits a second
/// as phones take), made by the program `ffmpeg` where they are not there yet.
final class MeasuredVideos {
    private static final String NOISE = "noise=alls=14:allf=t,format=yuv420p";
    private static final List<String> PROGRAM = List.of("ffmpeg", "-nostdin", "-y", "-v", "error");

    /// @param name    of the file
    /// @param size    as FFmpeg names it
    /// @param seconds it lasts
    /// @param coding  options for the encoder
    private record Kind(String name, String size, int seconds, List<String> coding) {
    }

    private static final List<Kind> KINDS = List.of(
            h264("1080p-h264-key-a-second.mp4", "hd1080", 24, "12M", 30),
            h264("1080p-h264-key-in-8s.mp4", "hd1080", 24, "12M", 250),
            hevc("1080p-hevc-key-a-second.mp4", "hd1080", 24, "8M", 30),
            hevc("1080p-hevc-key-in-8s.mp4", "hd1080", 24, "8M", 250),
            h264("2160p-h264-key-a-second.mp4", "uhd2160", 10, "45M", 30),
            h264("2160p-h264-key-in-8s.mp4", "uhd2160", 10, "45M", 250),
            hevc("2160p-hevc-key-a-second.mp4", "uhd2160", 10, "30M", 30),
            hevc("2160p-hevc-key-in-8s.mp4", "uhd2160", 10, "30M", 250));

    private final Path folder;

    /// @param folder where they are kept
    MeasuredVideos(Path folder) {
        this.folder = folder;
    }

    private static Kind h264(String name, String size, int seconds, String bits, int keys) {
        return new Kind(name, size, seconds, List.of("-c:v", "libx264", "-preset", "veryfast", "-b:v", bits, "-g",
                String.valueOf(keys), "-keyint_min", String.valueOf(keys), "-sc_threshold", "0"));
    }

    private static Kind hevc(String name, String size, int seconds, String bits, int keys) {
        return new Kind(name, size, seconds, List.of("-c:v", "libx265", "-preset", "ultrafast", "-b:v", bits, "-tag:v",
                "hvc1", "-x265-params", "log-level=none:scenecut=0:keyint=" + keys + ":min-keyint=" + keys));
    }

    static boolean canBeMade() throws InterruptedException {
        try {
            return new ProcessBuilder("ffmpeg", "-version").redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Of each kind one.
    List<Path> all() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Kind kind : KINDS) {
            String picture = "testsrc2=s=" + kind.size + ":r=30:d=" + kind.seconds + "," + NOISE;
            files.add(made(kind.name, Stream.of(List.of("-f", "lavfi", "-i", picture), kind.coding)));
        }
        return files;
    }

    /// A video of 2 GB: the first kind, over and over.
    Path large() throws IOException, InterruptedException {
        Path once = all().getFirst();
        long times = (2L << 30) / Files.size(once);
        return made("2-GB.mp4", Stream.of(
                List.of("-stream_loop", String.valueOf(times), "-i", once.toString(), "-c", "copy")));
    }

    /// Processor time that FFmpeg's own program takes to decode all frames of a video on one thread.
    static double playedSeconds(Path video) throws IOException, InterruptedException {
        Process process = run(List.of("-threads", "1", "-i", video.toString(), "-an", "-benchmark", "-v", "info", "-f",
                "null", "-"), Redirect.PIPE);
        String said = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        String after = said.substring(said.indexOf("utime=") + "utime=".length());
        return Double.parseDouble(after.substring(0, after.indexOf('s')));
    }

    private Path made(String name, Stream<List<String>> words) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            Path unfinished = folder.resolve("unfinished-" + name);
            List<String> line = new ArrayList<>(words.flatMap(List::stream).toList());
            line.add(unfinished.toString());
            if (run(line, Redirect.INHERIT).waitFor() != 0) {
                throw new IOException("ffmpeg made no " + name);
            }
            Files.move(unfinished, file);
        }
        return file;
    }

    private static Process run(List<String> words, Redirect errors) throws IOException {
        List<String> line = new ArrayList<>(PROGRAM);
        line.addAll(words);
        return new ProcessBuilder(line).redirectOutput(Redirect.DISCARD).redirectError(errors).start();
    }
}
