package semblance.indexer.index;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;

/// A query's way through the HNSW graph of a segment, from vectors to their neighbours, which it comes by once each. Not
/// thread-safe.
final class GraphWalk {
    /// By so many standard deviations of the error a sketch has to be worse than what is wanted for its vector not to be read.
    /// Few are lost so that matter, for most lie on several ways.
    private static final float DEVIATIONS = 0.5f;
    private static final int AT_FIRST = 256;

    private final HnswGraph graph;
    private final SegmentSketches sketches;
    private final SegmentSketches.Scores scores;
    private final FixedBitSet seen;
    @SuppressWarnings("UnusedVariable") // see Sketches.fetch
    private long fetched;

    /// @param graph of its own
    /// @param seeds where it begins
    GraphWalk(HnswGraph graph, SegmentSketches sketches, SegmentSketches.Scores scores, int[] seeds) {
        this.graph = graph;
        this.sketches = sketches;
        this.scores = scores;
        this.seen = new FixedBitSet(graph.maxNodeId() + 1);
        for (int seed : seeds) {
            seen.set(seed);
        }
    }

    /// Goes on to the neighbours of some vectors.
    ///
    /// @param ordinals vectors it has come by
    /// @param least neighbours whose sketches tell that they have a lower score are left out
    /// @return those it had not come by; ascending
    int[] step(int[] ordinals, float least) throws IOException {
        int[] near = unseen(ordinals);
        fetched += scores.fetch(near);
        float enough = least - DEVIATIONS * sketches.deviation();
        int count = 0;
        for (int ordinal : near) {
            if (scores.of(ordinal) >= enough) {
                near[count++] = ordinal;
            }
        }
        Arrays.sort(near, 0, count);
        return Arrays.copyOf(near, count);
    }

    private int[] unseen(int[] ordinals) throws IOException {
        int[] unseen = new int[AT_FIRST];
        int count = 0;
        for (int ordinal : ordinals) {
            graph.seek(0, ordinal);
            for (int next = graph.nextNeighbor(); next != DocIdSetIterator.NO_MORE_DOCS; next = graph.nextNeighbor()) {
                if (!seen.getAndSet(next)) {
                    unseen = ArrayUtil.grow(unseen, count + 1);
                    unseen[count++] = next;
                }
            }
        }
        return Arrays.copyOf(unseen, count);
    }
}
