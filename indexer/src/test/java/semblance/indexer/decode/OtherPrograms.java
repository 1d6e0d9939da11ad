package semblance.indexer.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs that others open pictures with, where they are installed: which of them opens a file. They are asked by
/// processes of their own, for they stumble too.
final class OtherPrograms {
    private static final long PATIENCE_SECONDS = 60;
    private static final String PILLOW = "import sys, warnings; warnings.simplefilter('ignore'); from PIL import Image;"
            + " Image.open(sys.argv[1]).convert('RGB')";

    private record Program(String name, List<String> command, String argument) {
        boolean opens(Path file) throws IOException, InterruptedException {
            List<String> line = new ArrayList<>(command);
            line.replaceAll(word -> word.equals("FILE") ? argument.formatted(file) : word);
            return run(line);
        }
    }

    private final List<Program> programs = new ArrayList<>();

    OtherPrograms() throws InterruptedException {
        List<Program> known = List.of(
                new Program("ffmpeg",
                        List.of("ffmpeg", "-nostdin", "-v", "error", "-i", "FILE", "-frames:v", "1", "-f", "null", "-"),
                        "%s"),
                new Program("magick", List.of("convert", "FILE", "-depth", "8", "rgb:-"), "%s[0]"),
                new Program("pillow", List.of("/usr/bin/python3", "-c", PILLOW, "FILE"), "%s"),
                new Program("libheif", List.of("heif-info", "FILE"), "%s"));
        for (Program program : known) {
            try {
                run(List.of(program.command.getFirst(), "--version"));
                programs.add(program);
            } catch (IOException _) {
                // not installed
            }
        }
    }

    List<String> installed() {
        return programs.stream().map(Program::name).toList();
    }

    /// Names of those that open it, joined; empty if none does.
    String thatOpen(Path file) throws IOException, InterruptedException {
        TreeSet<String> names = new TreeSet<>();
        for (Program program : programs) {
            if (program.opens(file)) {
                names.add(program.name);
            }
        }
        return String.join(",", names);
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .forEach(ProcessHandle::destroyForcibly);
            return false;
        }
        return process.exitValue() == 0;
    }
}
