package semblance.indexer.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.LongPredicate;

import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// What the samples of a large index's segments say of a query and its filter. Not thread-safe.
final class Sample {
    private static final Comparator<Scored> WORST_FIRST = (a, b) -> Float.compare(a.score(), b.score());

    private final RoundedVector query;
    private final LongPredicate allowed;
    private final int seeds;
    private final int candidates;
    private final ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
    private final List<float[]> scores = new ArrayList<>();
    private final PriorityQueue<Scored> nearestAllowed = new PriorityQueue<>(WORST_FIRST);
    private long count;
    private long let;

    private record Scored(int ordinal, float score) {
    }

    /// Begins with nothing.
    ///
    /// @param seeds      how many are wanted of each segment: so many of the nearest of all, and as many of those that the
    ///                   filter lets through
    /// @param candidates that the whole index is to be asked for
    Sample(float[] query, LongPredicate allowed, int seeds, int candidates) {
        this.query = RoundedVector.of(query);
        this.allowed = allowed;
        this.seeds = seeds;
        this.candidates = Math.ceilDiv(candidates, SegmentSample.EVERY);
    }

    /// Scores a segment's sample.
    ///
    /// @return where to begin in the segment's graph: ordinals in ascending order
    int[] add(SegmentPhotos photos, @Nullable Bits live) {
        SegmentSample sample = photos.sample();
        PriorityQueue<Scored> ofAll = new PriorityQueue<>(WORST_FIRST);
        PriorityQueue<Scored> ofAllowed = new PriorityQueue<>(WORST_FIRST);
        float[] regular = new float[sample.size()];
        int size = 0;
        for (int i = 0; i < sample.size(); i++) {
            int doc = sample.doc(i);
            float score = sample.score(i, query);
            boolean isAllowed = allowed.test(photos.photoId(doc)) && (live == null || live.get(doc));
            keep(ofAll, sample.ordinal(i), score, seeds);
            if (isAllowed) {
                keep(ofAllowed, sample.ordinal(i), score, seeds);
            }
            if (sample.standsForOthers(i) && (live == null || live.get(doc))) {
                regular[size++] = score;
                distribution.add(score);
                if (isAllowed) {
                    let++;
                    keep(nearestAllowed, sample.ordinal(i), score, candidates);
                }
            }
        }
        count += size;
        scores.add(regular);
        TreeSet<Integer> nearest = new TreeSet<>();
        ofAll.forEach(scored -> nearest.add(scored.ordinal()));
        ofAllowed.forEach(scored -> nearest.add(scored.ordinal()));
        return nearest.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void keep(PriorityQueue<Scored> best, int ordinal, float score, int count) {
        if (best.size() < count || score > best.element().score()) {
            best.add(new Scored(ordinal, score));
            if (best.size() > count) {
                best.remove();
            }
        }
    }

    /// Of the scores over the whole index.
    ScoreDistribution distribution() {
        return distribution.result();
    }

    /// The share of the vectors that the filter lets through, from 0 to 1.
    double share() {
        return count == 0 ? 0 : (double) let / count;
    }

    /// About how many vectors lie nearer than the last of the candidates that the filter lets through; a search of the
    /// graphs goes through them all.
    long nearer() {
        if (nearestAllowed.size() < candidates) {
            return Long.MAX_VALUE;
        }
        float least = nearestAllowed.element().score();
        long nearer = 0;
        for (float[] segment : scores) {
            for (float score : segment) {
                nearer += score >= least ? SegmentSample.EVERY : 0;
            }
        }
        return nearer;
    }
}
