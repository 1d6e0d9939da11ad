package semblance.model.zeroshot;

import java.util.List;
import java.util.stream.Stream;

import semblance.model.Embedding;

/// Says how probable it is that each of some labels is what a picture shows: softmax of logit scale × cosine (Radford et
/// al. 2021, section 3.1), with the logarithm of each candidate's weight added, which makes the weights the prior
/// probabilities of Bayes' rule.
///
/// Softmax shares out certainty among the candidates it is given, however little the picture has to do with any of them.
/// So there are two kinds: labels, whose probabilities are wanted, and whatever else pictures show, which takes its share
/// and is not reported.
///
/// Immutable and thread-safe.
public final class ZeroShotClassifier {
    private final double logitScale;
    private final List<Embedding> embeddings;
    private final double[] logWeights;
    private final int labels;

    /// Makes a classifier.
    ///
    /// @param logitScale of the dual encoder, above 0
    /// @param labels     at least one
    /// @param others     what else a picture may show; may be empty
    public ZeroShotClassifier(double logitScale, List<Candidate> labels, List<Candidate> others) {
        if (!(logitScale > 0) || labels.isEmpty()) {
            throw new IllegalArgumentException(labels.size() + " labels at a logit scale of " + logitScale);
        }
        this.logitScale = logitScale;
        this.labels = labels.size();
        embeddings = Stream.concat(labels.stream(), others.stream()).map(Candidate::embedding).toList();
        logWeights = Stream.concat(labels.stream(), others.stream()).mapToDouble(Candidate::weight).map(Math::log)
                .toArray();
    }

    /// Classifies a picture.
    ///
    /// @param picture its embedding, in the space of the labels
    /// @return a probability from 0 to 1 for each label, in their order; together 1 if there are no others, else less
    public double[] probabilities(Embedding picture) {
        double[] logits = new double[logWeights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logitScale * picture.cosine(embeddings.get(i)) + logWeights[i];
            highest = Math.max(highest, logits[i]);
        }
        double sum = 0;
        double[] probabilities = new double[labels];
        for (int i = 0; i < logits.length; i++) {
            // Relative to the highest, so that no power overflows.
            double power = Math.exp(logits[i] - highest);
            sum += power;
            if (i < labels) {
                probabilities[i] = power;
            }
        }
        for (int i = 0; i < labels; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
