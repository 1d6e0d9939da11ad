package semblance.indexer.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

import org.apache.lucene.util.VectorUtil;

/// Queries of one kind in a library of made-up photos with ids from 1, with and without filters, and what ought to be
/// found, from scores computed one by one apart from any index.
final class MeasuredQueries {
    static final int K = 100;

    /// How a filter lies to its query.
    enum Relation {
        /// It knows nothing of the query.
        ANY,
        /// It lets through what is near, more or less.
        NEAR,
        /// It lets through what is far, more or less.
        FAR
    }

    /// Several queries with a filter each.
    ///
    /// @param share   of the photos that each filter lets through; 1 without a filter
    /// @param allowed by the filter, for each query; empty without one
    /// @param found   what the nearest are, for each query
    record Case(String name, double share, List<float[]> queries, List<BitSet> allowed, List<long[]> found) {
        boolean allows(int query, long photoId) {
            return allowed.isEmpty() || allowed.get(query).get((int) photoId);
        }
    }

    private static final double[] SHARES = {0.5, 0.1, 0.01, 0.0001};

    private final int photos;
    private final List<float[]> queries = new ArrayList<>();
    private final List<float[]> scores = new ArrayList<>();

    private MeasuredQueries(int photos, int count, IntFunction<float[]> query) {
        this.photos = photos;
        for (int i = 0; i < count; i++) {
            queries.add(query.apply(i));
            scores.add(new float[photos + 1]);
        }
    }

    /// Makes queries, scores every photo for each, and lays filters beside them.
    ///
    /// @param query makes the one with a number
    static List<Case> cases(ClusteredVectors vectors, int photos, int count, IntFunction<float[]> query) {
        MeasuredQueries measured = new MeasuredQueries(photos, count, query);
        measured.score(vectors);
        List<Case> cases = new ArrayList<>();
        cases.add(measured.unfiltered());
        for (double share : SHARES) {
            for (Relation relation : Relation.values()) {
                if (Math.round(share * photos) > 0) {
                    cases.add(measured.filtered(share, relation));
                }
            }
        }
        return cases;
    }

    private void score(ClusteredVectors vectors) {
        for (int id = 1; id <= photos; id++) {
            float[] photo = vectors.photo(id);
            for (int i = 0; i < queries.size(); i++) {
                scores.get(i)[id] = VectorUtil.dotProduct(queries.get(i), photo);
            }
        }
    }

    private Case unfiltered() {
        BitSet all = new BitSet();
        all.set(1, photos + 1);
        List<long[]> found = new ArrayList<>();
        for (float[] score : scores) {
            found.add(nearest(score, all));
        }
        return new Case("no filter", 1, queries, List.of(), found);
    }

    private Case filtered(double share, Relation relation) {
        List<BitSet> allowed = new ArrayList<>();
        List<long[]> found = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            BitSet some = filter(scores.get(i), share, relation, new SplittableRandom(i));
            allowed.add(some);
            found.add(nearest(scores.get(i), some));
        }
        return new Case("%s %% %s".formatted(Double.toString(100 * share).replaceAll("\\.0$", ""), relation), share,
                queries, allowed, found);
    }

    /// Photos by their score with as much chance in it as the scores vary.
    private BitSet filter(float[] score, double share, Relation relation, SplittableRandom random) {
        double deviation = deviation(score);
        float[] drawn = new float[photos + 1];
        for (int id = 1; id <= photos; id++) {
            drawn[id] = (float) (deviation * random.nextGaussian()) + switch (relation) {
                case ANY -> 0;
                case NEAR -> score[id];
                case FAR -> -score[id];
            };
        }
        drawn[0] = Float.NEGATIVE_INFINITY;
        float[] sorted = drawn.clone();
        Arrays.sort(sorted);
        float least = sorted[photos + 1 - (int) Math.round(share * photos)];
        BitSet some = new BitSet(photos + 1);
        for (int id = 1; id <= photos; id++) {
            some.set(id, drawn[id] >= least);
        }
        return some;
    }

    private double deviation(float[] score) {
        ScoreDistribution.Collector collector = new ScoreDistribution.Collector();
        for (int id = 1; id <= photos; id++) {
            collector.add(score[id]);
        }
        return collector.result().deviation();
    }

    private static long[] nearest(float[] score, BitSet allowed) {
        float[] sorted = new float[allowed.cardinality()];
        int count = 0;
        for (int id = allowed.nextSetBit(0); id >= 0; id = allowed.nextSetBit(id + 1)) {
            sorted[count++] = score[id];
        }
        Arrays.sort(sorted);
        float least = count == 0 ? 0 : sorted[Math.max(0, count - K)];
        return allowed.stream().filter(id -> score[id] >= least).asLongStream().toArray();
    }
}
