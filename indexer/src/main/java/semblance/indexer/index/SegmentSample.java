package semblance.indexer.index;

import java.io.IOException;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/// Every so many vectors of a segment: what a query's scores look like in it, and where a search of its graph had better
/// begin. Immutable.
final class SegmentSample {
    private static final int EVERY = 64;

    private final int[] docs;
    private final int[] ordinals;

    private SegmentSample(int[] docs, int[] ordinals) {
        this.docs = docs;
        this.ordinals = ordinals;
    }

    static SegmentSample of(@Nullable FloatVectorValues vectors) throws IOException {
        int size = vectors == null ? 0 : (vectors.size() + EVERY - 1) / EVERY;
        int[] docs = new int[size];
        int[] ordinals = new int[size];
        if (vectors != null) {
            for (int i = 0; i < size; i++) {
                ordinals[i] = i * EVERY;
                docs[i] = vectors.ordToDoc(ordinals[i]);
            }
        }
        return new SegmentSample(docs, ordinals);
    }

    /// Scores the sample.
    ///
    /// @return of each of [#docs]
    float[] score(LeafReader leaf, float[] query) throws IOException {
        float[] scores = new float[docs.length];
        FloatVectorValues vectors = leaf.getFloatVectorValues(VectorDocuments.VECTOR);
        VectorScorer scorer = vectors == null ? null : vectors.scorer(query);
        if (scorer == null) {
            return scores;
        }
        DocIdSetIterator iterator = scorer.iterator();
        for (int i = 0; i < docs.length; i++) {
            iterator.advance(docs[i]);
            scores[i] = ExactSearch.cosine(scorer.score());
        }
        return scores;
    }

    int[] docs() {
        return docs;
    }

    int[] ordinals() {
        return ordinals;
    }
}
