package semblance.indexer.search;

import semblance.indexer.index.ScoreDistribution;

/// Tells the photos that show what was asked for from those that are merely the nearest.
///
/// Cosines are not calibrated across queries, so no fixed cosine will do: a hit has to stand out from how the query's
/// scores lie over the library, and not be far behind the best hit. Figures in docs/decisions/0002-relevance-cut.md.
///
/// @param least score of a relevant hit
record RelevanceCut(double least) {
    /// Below this many photos there is no distribution to stand out from, and few enough to look at all.
    static final int FEWEST = 30;

    /// Finds the cut of one query.
    ///
    /// @param best score of the nearest photo
    static RelevanceCut of(Strictness strictness, ScoreDistribution scores, double best) {
        if (scores.count() < FEWEST) {
            return new RelevanceCut(Double.NEGATIVE_INFINITY);
        }
        double aboveMean = switch (strictness) {
            case LOOSE -> Math.max(1.5 * scores.deviation(), 0.5 * (best - scores.mean()));
            case NORMAL -> Math.max(2.0 * scores.deviation(), 0.6 * (best - scores.mean()));
            case STRICT -> Math.max(2.5 * scores.deviation(), 0.7 * (best - scores.mean()));
        };
        return new RelevanceCut(scores.mean() + aboveMean);
    }

    boolean passes(double score) {
        return score >= least;
    }
}
