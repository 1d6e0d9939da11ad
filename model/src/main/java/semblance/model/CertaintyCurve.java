package semblance.model;

/// From a classifier's probability to a certainty that can be believed: of a hundred labels with a certainty of 0.6, about
/// sixty are right. A straight line between the logits of both (Platt 1999), fitted to photos whose labels are known.
///
/// @param slope     above 0, so that the certainty grows with the probability
/// @param intercept certainty's logit at a probability of one half
public record CertaintyCurve(double slope, double intercept) {
    /// For a model whose certainty nobody has measured: its probabilities as they are.
    public static final CertaintyCurve IDENTITY = new CertaintyCurve(1, 0);

    public CertaintyCurve {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("slope " + slope + ", intercept " + intercept);
        }
    }

    /// The certainty from 0 to 1.
    ///
    /// @param probability from 0 to 1
    public double of(double probability) {
        double logit = Math.log(probability) - Math.log1p(-probability);
        return 1 / (1 + Math.exp(-(slope * logit + intercept)));
    }
}
