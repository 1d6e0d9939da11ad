package semblance.indexer.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The labels that pictures are tagged with, and what else pictures show.
public final class Vocabulary {
    private final List<Label> labels;
    private final List<List<Label>> others;

    private Vocabulary(List<Label> labels, List<List<Label>> others) {
        this.labels = labels;
        this.others = others;
    }

    /// The everyday words that come with the program.
    public static Vocabulary everyday() {
        return new Vocabulary(LabelFile.bundled("everyday-labels.tsv"),
                List.of(LabelFile.bundled("everything-else.tsv")));
    }

    /// A user's own words. The everyday ones stay in the background, so that a picture need not show any of the user's.
    ///
    /// @param file one label a line; after a tab, optionally, the text that the encoder is told instead of the label, and
    ///             after another tab `often` or `seldom`; `#` begins a comment
    /// @throws LabelsException if it holds no labels or a line is wrong
    /// @throws IOException     if it cannot be read
    public static Vocabulary read(Path file) throws IOException, LabelsException {
        Vocabulary everyday = everyday();
        List<List<Label>> others = new ArrayList<>(List.of(everyday.labels));
        others.addAll(everyday.others);
        return new Vocabulary(LabelFile.read(file), List.copyOf(others));
    }

    List<Label> labels() {
        return labels;
    }

    /// What competes with the labels, in lists that are embedded and kept each on its own.
    List<List<Label>> others() {
        return others;
    }
}
