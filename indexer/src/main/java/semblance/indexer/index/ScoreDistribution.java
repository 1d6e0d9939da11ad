package semblance.indexer.index;

/// How the scores of a query lie over the photos of the library: what a hit has to stand out from.
///
/// @param count     photos scored
/// @param mean      of their scores
/// @param deviation standard deviation of their scores
public record ScoreDistribution(long count, double mean, double deviation) {
    /// Sums scores one by one (Welford's method, stable for many nearly equal values). Not thread-safe.
    static final class Collector {
        private long count;
        private double mean;
        private double squares;

        void add(double score) {
            count++;
            double delta = score - mean;
            mean += delta / count;
            squares += delta * (score - mean);
        }

        ScoreDistribution result() {
            return new ScoreDistribution(count, mean, count < 2 ? 0 : Math.sqrt(squares / count));
        }
    }
}
