package semblance.indexer.tag;

/// From the classifier's probability to the certainty that users see: of a hundred tags suggested with a certainty of
/// 0.6, about sixty are right.
///
/// The probability itself says less than that, for softmax knows one right answer and a photo shows several things. The
/// curve, a straight line between the logits of both (Platt 1999), was fitted to captioned and labelled photos;
/// docs/decisions/0003-tag-certainty.md has the figures.
final class Certainty {
    /// What is less certain is not suggested.
    static final double LEAST = 0.4;

    private static final double SLOPE = 0.65;
    private static final double INTERCEPT = 0.65;

    private Certainty() {
    }

    /// The certainty from 0 to 1 that a label is right; grows with the probability.
    static double of(double probability) {
        double logit = Math.log(probability) - Math.log1p(-probability);
        return 1 / (1 + Math.exp(-(SLOPE * logit + INTERCEPT)));
    }

    /// Changes with the curve, so that tags are scored again.
    static String signature() {
        return LEAST + " " + SLOPE + " " + INTERCEPT;
    }
}
