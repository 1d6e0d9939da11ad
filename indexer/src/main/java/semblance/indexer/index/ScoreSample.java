package semblance.indexer.index;

/// What some of the sketches of a large index say of a query and its filter. Not thread-safe.
final class ScoreSample {
    private final ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
    private long count;
    private long let;
    private double variances;

    /// Takes a vector in.
    ///
    /// @param variance by which the error of scores like this one lets them vary
    void add(float score, float variance, boolean isAllowed) {
        distribution.add(score);
        variances += variance;
        count++;
        let += isAllowed ? 1 : 0;
    }

    /// The share of the vectors that the filter lets through, from 0 to 1.
    double share() {
        return count == 0 ? 0 : (double) let / count;
    }

    /// Of the scores over the whole index: what the errors add to it is taken off.
    ScoreDistribution distribution() {
        ScoreDistribution all = distribution.result();
        double variance = all.deviation() * all.deviation() - variances / Math.max(1, count);
        return new ScoreDistribution(all.count(), all.mean(), Math.sqrt(Math.max(0, variance)));
    }
}
