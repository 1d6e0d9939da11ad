package semblance.indexer.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import semblance.indexer.decode.worker.WorkerPool;
import semblance.indexer.testing.FilesBelow;
import semblance.model.RgbImage;
import semblance.model.testing.SharedFolder;

/// What becomes of every file of folders, beside what other programs make of it: a table by format, the pictures that are
/// far from those of others, and the files that others open and we do not. Not a test: run with the profile `measurements`
/// and, if need be, these properties.
///
/// - `semblance.survey.folder`: the folder, those of odd and golden files beside the checkout without it
/// - `semblance.survey.to`: a file for one line a file: path, format, outcome, mean difference, who else opens it or why
///   it differs
@Tag("measurements")
@SuppressWarnings("SystemOut") // the tables are the result
class FormatSurvey {
    private static final int WHOLE = 1 << 20;

    private final ContentSniffer sniffer = new ContentSniffer();
    private final WorkerPool workers = WorkerPool.ofThisProgram(2);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);
    private final FormatTable table = new FormatTable();
    private final List<String> lines = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> far = new ArrayList<>();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void survey() throws Exception {
        String named = System.getProperty("semblance.survey.folder");
        List<Path> folders = named == null
                ? List.of(SharedFolder.require().resolve("odd"), SharedFolder.require().resolve("golden"))
                : List.of(Path.of(named));
        OtherPrograms others = new OtherPrograms();
        System.out.println("other programs: " + others.installed());
        for (Path folder : folders) {
            for (Path file : FilesBelow.of(folder)) {
                look(folder, file, others);
            }
        }
        table.lines().forEach(System.out::println);
        System.out.println("far from what the first other program sees: " + far.size() + unexplained(far));
        far.forEach(System.out::println);
        System.out.println("not decoded, but opened by others: " + missed.size() + unexplained(missed));
        missed.forEach(System.out::println);
        if (System.getProperty("semblance.survey.to") != null) {
            Files.write(Path.of(System.getProperty("semblance.survey.to")), lines);
        }
    }

    private static String unexplained(List<String> lines) {
        return ", unexplained of these: " + lines.stream().filter(line -> line.endsWith(Explanations.NONE)).count();
    }

    private void look(Path folder, Path file, OtherPrograms others) throws Exception {
        byte[] content = Files.readAllBytes(file);
        PhotoFormat format = sniffer.sniff(content);
        String name = folder.relativize(file).toString();
        try {
            if (format == PhotoFormat.VIDEO) {
                lookAtVideo(name, file);
                return;
            }
            DecodedPhoto photo = decoder.decode(content, WHOLE, WHOLE);
            table.decoded(format, photo.whole());
            compare(name, format, file, content, photo);
        } catch (DecodeException e) {
            table.refused(format, String.valueOf(e.getMessage()));
            String openedBy = others.thatOpen(file);
            String line = String.join("\t", name, format.name(), e.reason() + ": " + e.getMessage(), "", openedBy);
            if (!openedBy.isEmpty()) {
                line += "\t" + Explanations.ofRefused(format, content, References.all(file));
                missed.add(line);
            }
            lines.add(line);
        }
    }

    private void lookAtVideo(String name, Path file) throws DecodeException {
        try (VideoFrames frames = decoder.video(VideoOrder.all(file, WHOLE, WHOLE), () -> false)) {
            int taken = 0;
            while (frames.next().isPresent()) {
                taken++;
            }
            table.decoded(PhotoFormat.VIDEO, true);
            lines.add(String.join("\t", name, PhotoFormat.VIDEO.name(), "decoded, frames: " + taken, "", ""));
        }
    }

    private void compare(String name, PhotoFormat format, Path file, byte[] content, DecodedPhoto photo)
            throws InterruptedException {
        String outcome = photo.whole() ? "decoded" : "decoded in part";
        Optional<RgbImage> reference = References.of(file);
        if (reference.isEmpty()) {
            lines.add(String.join("\t", name, format.name(), outcome, "", ""));
            return;
        }
        double mean = Explanations.mean(photo.image(), reference.get());
        if (Double.isNaN(mean)) {
            table.ofOtherSize(format);
        } else {
            table.compared(format, mean);
        }
        if (mean < Explanations.FAR) {
            lines.add(String.join("\t", name, format.name(), outcome, String.format(Locale.ROOT, "%.2f", mean), ""));
            return;
        }
        List<String> differences = new ArrayList<>();
        List<String> agreeing = new ArrayList<>();
        Map<String, RgbImage> seen = References.all(file);
        seen.forEach((program, picture) -> {
            double apart = Explanations.mean(photo.image(), picture);
            differences.add(String.format(Locale.ROOT, "%s %.2f", program, apart));
            if (apart < Explanations.FAR) {
                agreeing.add(program);
            }
        });
        String reason = agreeing.isEmpty()
                ? Explanations.ofFar(format, content, photo, seen)
                : "as seen by " + String.join(", ", agreeing);
        lines.add(String.join("\t", name, format.name(), outcome, String.join(", ", differences), reason));
        far.add(lines.getLast());
    }
}
