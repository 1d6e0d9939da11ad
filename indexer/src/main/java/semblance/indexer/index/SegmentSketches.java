package semblance.indexer.index;

import java.io.IOException;
import java.util.stream.IntStream;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.jspecify.annotations.Nullable;

/// The sketches of a segment's vectors, numbered as in its graph; and, with the signs alone, those at which a search of the
/// graph may begin: one of every few, and those that hardly any other leads to. Immutable.
final class SegmentSketches {
    /// At one of so many vectors a search may begin.
    private static final int EVERY = 4;
    /// So many vectors tell the mean.
    private static final int TELLING = 4_096;
    /// Of so few others a vector is the neighbour if a search of the graph may miss it: a photo that came before the others
    /// of its kind was tied to strangers.
    private static final int FEW = 4;

    private final float[] mean;
    private final float variance;
    private final Sketches all;
    private final int[] entryOrdinals;
    private final SignBlocks entries;

    private SegmentSketches(float[] mean, Sketches.Builder sketches, int[] entryOrdinals) {
        this.mean = mean;
        this.variance = sketches.variance();
        this.all = sketches.build();
        this.entryOrdinals = entryOrdinals;
        this.entries = sketches.signs(entryOrdinals);
    }

    /// Reads all vectors and makes sketches of them.
    ///
    /// @param graph empty if there is none
    static SegmentSketches of(@Nullable FloatVectorValues values, HnswGraph graph) throws IOException {
        if (values == null || values.size() == 0) {
            float[] none = new float[1];
            return new SegmentSketches(none, new Sketches.Builder(none, 0), new int[0]);
        }
        float[] mean = mean(values);
        Sketches.Builder sketches = new Sketches.Builder(mean, values.size());
        for (int ordinal = 0; ordinal < values.size(); ordinal++) {
            sketches.add(values.vectorValue(ordinal));
        }
        return new SegmentSketches(mean, sketches, entries(graph));
    }

    private static float[] mean(FloatVectorValues values) throws IOException {
        int every = Math.ceilDiv(values.size(), TELLING);
        double[] sums = new double[values.dimension()];
        int count = 0;
        for (int ordinal = 0; ordinal < values.size(); ordinal += every) {
            float[] vector = values.vectorValue(ordinal);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector[i];
            }
            count++;
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / count);
        }
        return mean;
    }

    private static int[] entries(HnswGraph graph) throws IOException {
        int[] leads = new int[graph.size()];
        for (int node = 0; node < leads.length; node++) {
            graph.seek(0, node);
            for (int next = graph.nextNeighbor(); next != DocIdSetIterator.NO_MORE_DOCS; next = graph.nextNeighbor()) {
                leads[next]++;
            }
        }
        return IntStream.range(0, leads.length).filter(node -> node % EVERY == 0 || leads[node] <= FEW).toArray();
    }

    /// A query's scores in a segment. Immutable.
    final class Scores {
        private final QuerySketch query;
        private final float ofMean;

        private Scores(QuerySketch query, float ofMean) {
            this.query = query;
            this.ofMean = ofMean;
        }

        /// The cosine, nearly.
        float of(int ordinal) {
            return ofMean + all.dot(query, ordinal);
        }

        /// Prepares for asking for some cosines; see [Sketches#fetch].
        long fetch(int[] ordinals) {
            return all.fetch(ordinals);
        }

        /// The cosines of a block of the vectors at which a search may begin, less nearly.
        ///
        /// @param scores takes them, as many as there are to a block
        void ofEntries(int block, float[] scores) {
            entries.dots(query, block, scores);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += ofMean;
            }
        }
    }

    /// Makes ready for a query.
    ///
    /// @param query  L2 norm 1
    /// @param sketch of this query
    Scores scores(float[] query, QuerySketch sketch) {
        return new Scores(sketch, mean.length == query.length ? VectorUtil.dotProduct(query, mean) : 0);
    }

    /// How many vectors a search may begin at.
    int entries() {
        return entryOrdinals.length;
    }

    /// The number of one of them; ascending.
    int entryOrdinal(int entry) {
        return entryOrdinals[entry];
    }

    /// By how much the errors let the scores vary.
    float variance() {
        return variance;
    }

    /// The standard deviation of the errors of the scores.
    float deviation() {
        return (float) Math.sqrt(variance);
    }
}
