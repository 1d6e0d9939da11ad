package semblance.indexer.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import semblance.indexer.decode.worker.WorkerPool;
import semblance.indexer.testing.FilesBelow;
import semblance.model.testing.SharedFolder;

/// What becomes of every file of a folder, beside what other programs make of it. Not a test: run with the profile
/// `measurements` and, if need be, these properties.
///
/// - `semblance.survey.folder`: the folder, the one of odd files beside the checkout without it
/// - `semblance.survey.to`: a file for one line a file: path, format, outcome, who else opens it
@Tag("measurements")
@SuppressWarnings("SystemOut") // the tables are the result
class FormatSurvey {
    private final ContentSniffer sniffer = new ContentSniffer();
    private final WorkerPool workers = WorkerPool.ofThisProgram(2);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void survey() throws Exception {
        String named = System.getProperty("semblance.survey.folder");
        Path folder = named == null ? SharedFolder.require().resolve("odd") : Path.of(named);
        OtherPrograms others = new OtherPrograms();
        System.out.println("other programs: " + others.installed());
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Path file : FilesBelow.of(folder)) {
            byte[] content = Files.readAllBytes(file);
            PhotoFormat format = sniffer.sniff(content);
            String outcome = outcome(content);
            String openedBy = others.thatOpen(file);
            outcomes.merge("%-14s %s".formatted(format, outcome), 1, Integer::sum);
            lines.add(String.join("\t", folder.relativize(file).toString(), format.name(), outcome, openedBy));
            if (!outcome.startsWith("decoded") && !openedBy.isEmpty()) {
                missed.add(lines.getLast());
            }
        }
        outcomes.forEach((row, count) -> System.out.printf("%4d %s%n", count, row));
        System.out.println("not decoded, but opened by others: " + missed.size());
        missed.forEach(System.out::println);
        if (System.getProperty("semblance.survey.to") != null) {
            Files.write(Path.of(System.getProperty("semblance.survey.to")), lines);
        }
    }

    private String outcome(byte[] content) {
        try {
            decoder.decode(content, 1 << 20, 1 << 20);
            return "decoded";
        } catch (DecodeException e) {
            return e.reason() + ": " + e.getMessage();
        }
    }
}
