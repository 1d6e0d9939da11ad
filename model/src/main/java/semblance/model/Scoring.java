package semblance.model;

/// How cosines of a dual encoder become probabilities and certainties.
///
/// @param logitScale the factor from cosines to logits, above 0
/// @param logitBias  what is added to them; 0 with [Activation#SOFTMAX], which it would not change
public record Scoring(Activation activation, double logitScale, double logitBias, CertaintyCurve certainty) {
    public Scoring {
        if (!(logitScale > 0) || !Double.isFinite(logitScale) || !Double.isFinite(logitBias)) {
            throw new IllegalArgumentException("logit scale " + logitScale + ", bias " + logitBias);
        }
    }

    /// The logit of two embeddings.
    public double logit(double cosine) {
        return logitScale * cosine + logitBias;
    }
}
