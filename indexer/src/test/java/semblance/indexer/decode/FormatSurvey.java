package semblance.indexer.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
/// - `semblance.survey.to`: a file for one line a file: path, format, outcome, mean difference, who else opens it
@Tag("measurements")
@SuppressWarnings("SystemOut") // the tables are the result
class FormatSurvey {
    /// Mean difference of 255 from which on a picture is named.
    private static final double FAR = 3;
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
        System.out.println("far from what others see: " + far.size());
        far.forEach(System.out::println);
        System.out.println("not decoded, but opened by others: " + missed.size());
        missed.forEach(System.out::println);
        if (System.getProperty("semblance.survey.to") != null) {
            Files.write(Path.of(System.getProperty("semblance.survey.to")), lines);
        }
    }

    private void look(Path folder, Path file, OtherPrograms others) throws Exception {
        byte[] content = Files.readAllBytes(file);
        PhotoFormat format = sniffer.sniff(content);
        String name = folder.relativize(file).toString();
        try {
            DecodedPhoto photo = decoder.decode(content, WHOLE, WHOLE);
            table.decoded(format, photo.whole());
            String difference = difference(format, file, photo);
            lines.add(String.join("\t", name, format.name(), photo.whole() ? "decoded" : "decoded in part", difference,
                    ""));
            if (!difference.isEmpty() && !(Double.parseDouble(difference) < FAR)) {
                far.add(lines.getLast());
            }
        } catch (DecodeException e) {
            table.refused(format, String.valueOf(e.getMessage()));
            String openedBy = others.thatOpen(file);
            lines.add(String.join("\t", name, format.name(), e.reason() + ": " + e.getMessage(), "", openedBy));
            if (!openedBy.isEmpty()) {
                missed.add(lines.getLast());
            }
        }
    }

    /// @return nothing if nobody else opens it, "NaN" if it is of another size there
    private String difference(PhotoFormat format, Path file, DecodedPhoto photo) throws InterruptedException {
        Optional<RgbImage> reference = References.of(file);
        if (reference.isEmpty()) {
            return "";
        }
        if (reference.get().width() != photo.width() || reference.get().height() != photo.height()) {
            table.ofOtherSize(format);
            return "NaN";
        }
        double mean = Difference.between(photo.image(), reference.get()).mean();
        table.compared(format, mean);
        return String.format(Locale.ROOT, "%.2f", mean);
    }
}
