package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.jspecify.annotations.Nullable;

/// Vectors of a segment that are scored before its graph is searched: every so many one, which tells what a query's scores
/// look like and where the search had better begin; and those that hardly any other leads to, which it would miss. A graph
/// has some of these, most of all where photos lie in tight clusters: a photo that came before the others of its kind was
/// tied to strangers. Kept in memory with a byte for each dimension (some 40 bytes a photo of the segment). Immutable.
final class SegmentSample {
    /// One of so many vectors is taken.
    static final int EVERY = 16;
    /// Of so few others a vector is the neighbour if it may be missed.
    private static final int FEW = 4;

    private final int[] docs;
    private final int[] ordinals;
    private final List<RoundedVector> vectors;

    private SegmentSample(int[] docs, int[] ordinals, List<RoundedVector> vectors) {
        this.docs = docs;
        this.ordinals = ordinals;
        this.vectors = vectors;
    }

    /// Chooses them.
    ///
    /// @param graph empty if there is none
    static SegmentSample of(@Nullable FloatVectorValues values, HnswGraph graph) throws IOException {
        if (values == null) {
            return new SegmentSample(new int[0], new int[0], List.of());
        }
        int[] leads = leads(graph);
        List<Integer> chosen = new ArrayList<>();
        List<RoundedVector> vectors = new ArrayList<>();
        for (int ordinal = 0; ordinal < values.size(); ordinal++) {
            if (isRegular(ordinal) || (ordinal < leads.length && leads[ordinal] <= FEW)) {
                chosen.add(ordinal);
                vectors.add(RoundedVector.of(values.vectorValue(ordinal)));
            }
        }
        int[] ordinals = chosen.stream().mapToInt(Integer::intValue).toArray();
        return new SegmentSample(chosen.stream().mapToInt(values::ordToDoc).toArray(), ordinals, vectors);
    }

    /// Of how many others each vector is a neighbour.
    private static int[] leads(HnswGraph graph) throws IOException {
        int[] leads = new int[graph.size()];
        for (int node = 0; node < leads.length; node++) {
            graph.seek(0, node);
            for (int next = graph.nextNeighbor(); next != DocIdSetIterator.NO_MORE_DOCS; next = graph.nextNeighbor()) {
                leads[next]++;
            }
        }
        return leads;
    }

    private static boolean isRegular(int ordinal) {
        return ordinal % EVERY == 0;
    }

    int size() {
        return docs.length;
    }

    /// The cosine, to two decimals or so.
    float score(int index, RoundedVector query) {
        return vectors.get(index).dot(query);
    }

    /// Its document.
    int doc(int index) {
        return docs[index];
    }

    /// Its number in the graph; ascending.
    int ordinal(int index) {
        return ordinals[index];
    }

    /// Whether it was taken for its place alone, so that it stands for others.
    boolean standsForOthers(int index) {
        return isRegular(ordinals[index]);
    }
}
