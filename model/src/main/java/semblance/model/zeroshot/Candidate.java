package semblance.model.zeroshot;

import semblance.model.Embedding;

/// Something a picture may show.
///
/// @param embedding of its label, see [PromptEnsemble]
/// @param weight    how often pictures show it, relative to the other candidates, before one has looked; above 0
public record Candidate(Embedding embedding, double weight) {
    public Candidate {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }
}
