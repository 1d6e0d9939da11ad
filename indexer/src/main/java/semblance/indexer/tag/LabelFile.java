package semblance.indexer.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import semblance.indexer.catalog.TagName;

/// Reads labels from text: one a line; after a tab the text that the encoder is told instead, after another tab `often`
/// or `seldom`. Empty lines and lines that begin with `#` are comments.
final class LabelFile {
    /// The prior probability of what personal photos show often, relative to an ordinary label; of what they show
    /// seldom, the inverse. See docs/decisions/0003-tag-certainty.md.
    static final double OFTEN = 4;
    /// Each label costs about 6 ms the first time and some memory.
    private static final int MOST = 10_000;

    private final String source;
    private final List<Label> labels = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private LabelFile(String source) {
        this.source = source;
    }

    /// Reads a file of the user's.
    ///
    /// @throws LabelsException if it holds no labels or a line is wrong
    /// @throws IOException     if it cannot be read
    static List<Label> read(Path file) throws IOException, LabelsException {
        if (Files.isDirectory(file)) {
            throw new LabelsException(file + " is a folder, not a file of labels.");
        }
        try {
            return new LabelFile(file.toString()).parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new LabelsException(file + " is not UTF-8 text. Save it as UTF-8.", e);
        }
    }

    /// Reads a file that comes with the program.
    static List<Label> bundled(String name) {
        try (InputStream in = LabelFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the labels " + name + " are not in the program");
            }
            return new LabelFile(name).parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (LabelsException e) {
            throw new IllegalStateException("labels of the program's own are wrong", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Label> parse(String text) throws LabelsException {
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = number == 1 ? withoutMark(lines.getFirst()) : lines.get(number - 1);
            if (!line.isBlank() && !line.startsWith("#")) {
                add(number, line.split("\t", -1));
            }
        }
        if (labels.isEmpty()) {
            throw new LabelsException("There is no label in " + source + ". Write one a line.");
        }
        return List.copyOf(labels);
    }

    private void add(int number, String[] columns) throws LabelsException {
        if (columns.length > 3) {
            throw wrong(number, "has more than a label, a text and a frequency. Separate these three by tabs.");
        }
        TagName name = name(number, columns[0]);
        if (!seen.add(name.key())) {
            throw wrong(number, "repeats the label \"" + name.text() + "\". Remove one of the two.");
        }
        if (labels.size() == MOST) {
            throw wrong(number, "is one too many: " + MOST + " labels are the most. Leave the unlikely ones away.");
        }
        String text = columns.length > 1 ? columns[1].strip() : "";
        labels.add(new Label(name.text(), text.isEmpty() ? name.text() : text,
                columns.length > 2 ? weight(number, columns[2].strip()) : 1));
    }

    private TagName name(int number, String column) throws LabelsException {
        try {
            return TagName.of(column);
        } catch (IllegalArgumentException e) {
            throw new LabelsException("Line " + number + " of " + source + ": " + e.getMessage(), e);
        }
    }

    private double weight(int number, String frequency) throws LabelsException {
        return switch (frequency) {
            case "" -> 1;
            case "often" -> OFTEN;
            case "seldom" -> 1 / OFTEN;
            default -> throw wrong(number,
                    "has \"" + frequency + "\" behind the second tab, where only often or seldom may stand.");
        };
    }

    private LabelsException wrong(int number, String what) {
        return new LabelsException("Line " + number + " of " + source + " " + what);
    }

    /// Editors of Windows put a byte order mark first.
    private static String withoutMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }
}
