package semblance.app.eval;

import java.util.Arrays;

/// How often what belongs to a query is among its first k hits.
///
/// @param r1         share of queries, from 0 to 1, with k = 1
/// @param r5         with k = 5
/// @param r10        with k = 10
/// @param medianRank of what belongs to the query, from 1
public record Recall(double r1, double r5, double r10, double medianRank) {
    /// Computes it.
    ///
    /// @param ranks for each query the rank of the best hit that belongs to it, from 1
    static Recall of(int[] ranks) {
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
        return new Recall(within(sorted, 1), within(sorted, 5), within(sorted, 10), median);
    }

    private static double within(int[] ranks, int k) {
        return (double) Arrays.stream(ranks).filter(rank -> rank <= k).count() / ranks.length;
    }
}
