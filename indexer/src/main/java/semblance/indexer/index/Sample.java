package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/// Vectors taken at even distances from a large index: what a query's scores and a filter look like over all of it, and
/// which of them lie nearest to the query.
///
/// @param distribution of the scores
/// @param share        of the vectors that the filter lets through, from 0 to 1
/// @param nearest      of each segment's sample, as ordinals of its vectors in ascending order
record Sample(ScoreDistribution distribution, double share, List<int[]> nearest) {
    /// Takes the sample.
    ///
    /// @param seeds how many of the nearest are wanted
    static Sample of(List<LeafReaderContext> leaves, Segments segments, float[] query, LongPredicate allowed, int seeds)
            throws IOException {
        ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
        List<int[]> nearest = new ArrayList<>();
        long let = 0;
        for (LeafReaderContext leaf : leaves) {
            SegmentPhotos photos = segments.of(leaf.reader());
            SegmentSample sample = photos.sample();
            float[] scores = sample.score(leaf.reader(), query);
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < scores.length; i++) {
                int doc = sample.docs()[i];
                if (live == null || live.get(doc)) {
                    distribution.add(scores[i]);
                    let += allowed.test(photos.photoId(doc)) ? 1 : 0;
                }
            }
            nearest.add(best(scores, sample.ordinals(), seeds));
        }
        ScoreDistribution scores = distribution.result();
        return new Sample(scores, scores.count() == 0 ? 0 : (double) let / scores.count(), nearest);
    }

    private static int[] best(float[] scores, int[] ordinals, int count) {
        int[] best = new int[Math.min(count, scores.length)];
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        float least = best.length == 0 ? Float.POSITIVE_INFINITY : sorted[sorted.length - best.length];
        int found = 0;
        for (int i = 0; i < scores.length && found < best.length; i++) {
            if (scores[i] >= least) {
                best[found++] = ordinals[i];
            }
        }
        return best;
    }
}
