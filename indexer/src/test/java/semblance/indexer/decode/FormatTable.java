package semblance.indexer.decode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What became of the files of each format, and how far what was decoded is from what others see.
final class FormatTable {
    private static final class Row {
        private int files;
        private int whole;
        private int part;
        private int otherSize;
        private final List<Double> means = new ArrayList<>();
        private final Map<String, Integer> refusals = new TreeMap<>();

        private double percentile(double share) {
            List<Double> sorted = means.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
        }
    }

    private final Map<PhotoFormat, Row> rows = new EnumMap<>(PhotoFormat.class);

    private Row row(PhotoFormat format) {
        return rows.computeIfAbsent(format, _ -> new Row());
    }

    void refused(PhotoFormat format, String message) {
        row(format).files++;
        row(format).refusals.merge(message, 1, Integer::sum);
    }

    void decoded(PhotoFormat format, boolean whole) {
        row(format).files++;
        if (whole) {
            row(format).whole++;
        } else {
            row(format).part++;
        }
    }

    /// @param mean difference from the reference, of 255
    void compared(PhotoFormat format, double mean) {
        row(format).means.add(mean);
    }

    void ofOtherSize(PhotoFormat format) {
        row(format).otherSize++;
    }

    /// Lines of a table in Markdown.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| format | files | decoded | in part | compared | mean difference: median | nine in ten | worst"
                + " | other size | refused |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        rows.forEach((format, row) -> lines.add(String.format(Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f | %.2f | %.2f | %d | %s |", format, row.files, row.whole, row.part,
                row.means.size(), row.percentile(0.5), row.percentile(0.9), row.percentile(1), row.otherSize,
                row.refusals)));
        return lines;
    }
}
