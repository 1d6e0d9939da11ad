package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.Bits;

/// Searches the HNSW graphs (Malkov and Yashunin 2016): asks for more neighbours than are wanted, because the graph
/// search may miss near ones, and keeps the best.
final class ApproximateSearch {
    private static final int LEAST_CANDIDATES = 200;
    private static final int SAMPLE = 2_000;

    private ApproximateSearch() {
    }

    /// Finds k near photos.
    ///
    /// @param allowed which photos may be found
    static Nearest search(IndexReader reader, float[] query, int k, LongPredicate allowed) throws IOException {
        QueryBitSetProducer parents = new QueryBitSetProducer(
                new TermQuery(new Term(VectorDocuments.KIND, VectorDocuments.PARENT)));
        int candidates = Math.max(2 * k, LEAST_CANDIDATES);
        IndexSearcher searcher = new IndexSearcher(reader);
        var knn = new DiversifyingChildrenFloatKnnVectorQuery(VectorDocuments.VECTOR, query, null, candidates, parents);
        List<ScoredPhoto> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(knn, candidates).scoreDocs) {
            long photoId = VectorDocuments.photoId(reader, hit.doc);
            if (allowed.test(photoId)) {
                found.add(new ScoredPhoto(photoId, ExactSearch.cosine(hit.score),
                        VectorDocuments.moment(reader, hit.doc)));
            }
        }
        return new Nearest(ExactSearch.sorted(found).stream().limit(k).toList(), sample(reader, query));
    }

    /// Scores vectors taken at even distances.
    private static ScoreDistribution sample(IndexReader reader, float[] query) throws IOException {
        int step = Math.max(1, reader.maxDoc() / 2 / SAMPLE);
        ScoreDistribution.Collector distribution = new ScoreDistribution.Collector();
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(VectorDocuments.VECTOR);
            VectorScorer scorer = vectors == null ? null : vectors.scorer(query);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            var docs = scorer.iterator();
            int doc = docs.nextDoc();
            while (doc < leaf.reader().maxDoc()) {
                if (live == null || live.get(doc)) {
                    distribution.add(ExactSearch.cosine(scorer.score()));
                }
                int next = doc + 2 * step;
                doc = next < leaf.reader().maxDoc() ? docs.advance(next) : leaf.reader().maxDoc();
            }
        }
        return distribution.result();
    }
}
