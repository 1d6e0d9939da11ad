package semblance.indexer.search;

import semblance.indexer.index.ScoreDistribution;

/// Tells the photos that show what was asked for from those that are merely the nearest.
///
/// Cosines are not calibrated across queries, so a fixed cosine will not do; see docs/decisions/0004.
///
/// @param least score of a relevant hit
record RelevanceCut(double least) {
    static RelevanceCut of(Strictness strictness, ScoreDistribution distribution) {
        double deviations = switch (strictness) {
            case LOOSE -> 1.0;
            case NORMAL -> 2.0;
            case STRICT -> 3.0;
        };
        return new RelevanceCut(distribution.mean() + deviations * distribution.deviation());
    }

    boolean passes(double score) {
        return score >= least;
    }
}
