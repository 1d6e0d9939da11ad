package semblance.indexer.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import semblance.indexer.catalog.SuggestedTag;
import semblance.model.CertaintyCurve;
import semblance.model.Embedding;
import semblance.model.zeroshot.ZeroShotClassifier;

/// Suggests tags for a picture from its embedding: those labels that are certain enough, few of them, or none. Immutable
/// and thread-safe.
public final class TagSuggester {
    /// Tags a picture at most, unless asked otherwise.
    public static final int USUAL = 5;

    /// What is less certain is not suggested.
    static final double LEAST = 0.4;

    private final List<Label> labels;
    private final ZeroShotClassifier classifier;
    private final CertaintyCurve curve;

    TagSuggester(List<Label> labels, ZeroShotClassifier classifier, CertaintyCurve curve) {
        this.labels = labels;
        this.classifier = classifier;
        this.curve = curve;
    }

    /// Suggests tags.
    ///
    /// @param picture in the space of the model
    /// @param most    tags wanted at most, from 1
    /// @return most certain first
    public List<SuggestedTag> suggest(Embedding picture, int most) {
        double[] probabilities = classifier.probabilities(picture);
        List<SuggestedTag> tags = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            double certainty = curve.of(probabilities[i]);
            if (certainty >= LEAST) {
                tags.add(new SuggestedTag(labels.get(i).name(), certainty));
            }
        }
        return tags.stream().sorted(Comparator.comparingDouble(SuggestedTag::certainty).reversed()).limit(most)
                .toList();
    }
}
