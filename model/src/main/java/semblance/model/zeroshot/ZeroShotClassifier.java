package semblance.model.zeroshot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import semblance.model.Embedding;
import semblance.model.Scoring;

/// Says how probable it is that each of some labels is what a picture shows: softmax or sigmoid of logit scale × cosine +
/// logit bias, as the dual encoder was trained (Radford et al. 2021, section 3.1; Zhai et al. 2023), with the logarithm of
/// each candidate's weight added, which makes the weights the prior probabilities of Bayes' rule.
///
/// Softmax shares out certainty among the candidates it is given, however little the picture has to do with any of them.
/// So there are two kinds: labels, whose probabilities are wanted, and whatever else pictures show, which takes its share
/// and is not reported. Sigmoid judges each label on its own, whatever else there is.
///
/// Immutable and thread-safe.
public final class ZeroShotClassifier {
    private final Scoring scoring;
    private final List<Embedding> embeddings;
    private final double[] logWeights;
    private final int labels;

    /// Makes a classifier.
    ///
    /// @param scoring of the dual encoder
    /// @param labels  at least one
    /// @param others  what else a picture may show; may be empty
    public ZeroShotClassifier(Scoring scoring, List<Candidate> labels, List<Candidate> others) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("no labels");
        }
        this.scoring = scoring;
        this.labels = labels.size();
        embeddings = Stream.concat(labels.stream(), others.stream()).map(Candidate::embedding).toList();
        logWeights = Stream.concat(labels.stream(), others.stream()).mapToDouble(Candidate::weight).map(Math::log)
                .toArray();
    }

    /// Classifies a picture.
    ///
    /// @param picture its embedding, in the space of the labels
    /// @return a probability from 0 to 1 for each label, in their order; with softmax together 1 if there are
    ///         no others, else less
    public double[] probabilities(Embedding picture) {
        double[] logits = new double[logWeights.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = scoring.logit(picture.cosine(embeddings.get(i))) + logWeights[i];
        }
        return switch (scoring.activation()) {
            case SOFTMAX -> softmax(logits);
            case SIGMOID -> Arrays.stream(logits).limit(labels).map(logit -> 1 / (1 + Math.exp(-logit))).toArray();
        };
    }

    private double[] softmax(double[] logits) {
        double highest = Arrays.stream(logits).max().orElseThrow();
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
