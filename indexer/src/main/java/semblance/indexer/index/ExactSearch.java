package semblance.indexer.index;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongPredicate;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;

import semblance.indexer.index.BestPhotos.Candidate;

/// Scores every vector: exact, and fast enough below some hundred thousand. Also the oracle of [ApproximateSearch].
final class ExactSearch {
    private ExactSearch() {
    }

    /// Finds the k nearest photos; a photo with several vectors counts with its nearest.
    ///
    /// @param allowed which photos may be found; the distribution is over all photos nevertheless
    static Nearest search(IndexReader reader, float[] query, int k, LongPredicate allowed) throws IOException {
        BestPhotos best = new BestPhotos(k);
        ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
        scoreAll(reader, query, (photoId, score, doc) -> {
            distribution.add(score);
            if (best.wants(score) && allowed.test(photoId)) {
                best.add(new Candidate(photoId, score, doc));
            }
        });
        return new Nearest(best.inOrder(k, reader), distribution.result());
    }

    /// Finds out where a photo stands.
    ///
    /// @param among with which others it is compared, and itself
    /// @return nothing if the index does not hold it
    static Optional<Place> place(IndexReader reader, float[] query, long photoId, LongPredicate among)
            throws IOException {
        ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
        float[] score = {Float.NaN};
        float[] best = {Float.NEGATIVE_INFINITY};
        scoreAll(reader, query, (id, cosine, _) -> {
            distribution.add(cosine);
            if (id == photoId) {
                score[0] = cosine;
            }
            if (cosine > best[0] && among.test(id)) {
                best[0] = cosine;
            }
        });
        if (Float.isNaN(score[0])) {
            return Optional.empty();
        }
        Candidate photo = new Candidate(photoId, score[0], 0);
        long[] before = {0};
        scoreAll(reader, query, (id, cosine, doc) -> {
            if (cosine >= score[0] && BestPhotos.BEST_FIRST.compare(new Candidate(id, cosine, doc), photo) < 0
                    && among.test(id)) {
                before[0]++;
            }
        });
        return Optional.of(new Place(score[0], before[0], best[0], distribution.result()));
    }

    /// Takes each photo's score once.
    @FunctionalInterface
    private interface ScoreVisitor {
        /// @param doc of the vector that has this score, in the whole reader
        void visit(long photoId, float score, int doc);
    }

    private static void scoreAll(IndexReader reader, float[] query, ScoreVisitor visitor) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            scoreLeaf(leaf.reader(), leaf.docBase, query, visitor);
        }
    }

    private static void scoreLeaf(LeafReader leaf, int docBase, float[] query, ScoreVisitor visitor)
            throws IOException {
        FloatVectorValues vectors = leaf.getFloatVectorValues(VectorDocuments.VECTOR);
        NumericDocValues photoIds = leaf.getNumericDocValues(VectorDocuments.PHOTO_ID);
        if (vectors == null || photoIds == null) {
            return;
        }
        VectorScorer scorer = vectors.scorer(query);
        if (scorer == null) {
            return;
        }
        Bits live = leaf.getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        long photo = -1;
        float score = 0;
        int best = 0;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            photoIds.advanceExact(doc);
            long id = photoIds.longValue();
            float cosine = cosine(scorer.score());
            if (id == photo) {
                if (cosine > score) {
                    score = cosine;
                    best = doc;
                }
                continue;
            }
            if (photo >= 0) {
                visitor.visit(photo, score, docBase + best);
            }
            photo = id;
            score = cosine;
            best = doc;
        }
        if (photo >= 0) {
            visitor.visit(photo, score, docBase + best);
        }
    }

    /// Lucene's number for dot products is (1 + cosine) / 2.
    static float cosine(float luceneScore) {
        return 2 * luceneScore - 1;
    }

    /// The reverse of [#cosine].
    static float luceneScore(float cosine) {
        return (1 + cosine) / 2;
    }
}
