package semblance.indexer.index;

import java.io.IOException;
import java.util.function.LongPredicate;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.join.DiversifyingNearestChildrenKnnCollectorManager;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/// One query in one segment, for those of its photos that may be found.
final class SegmentSearch {
    /// Goes through photos that may not be found as well, however few of them may: stepping over them takes less time and
    /// loses what lies behind them.
    private static final KnnSearchStrategy PLAIN = new KnnSearchStrategy.Hnsw(0);

    private final LeafReaderContext leaf;
    private final SegmentPhotos photos;
    private final AcceptDocs accepted;
    private final int count;

    private SegmentSearch(LeafReaderContext leaf, SegmentPhotos photos, AcceptDocs accepted, int count) {
        this.leaf = leaf;
        this.photos = photos;
        this.accepted = accepted;
        this.count = count;
    }

    /// With a filter that lets nearly all photos through: it is asked of those only that the search comes by.
    static SegmentSearch ofNearlyAll(LeafReaderContext leaf, SegmentPhotos photos, LongPredicate allowed) {
        return new SegmentSearch(leaf, photos, new AskedDocuments(photos, allowed, leaf.reader().getLiveDocs()),
                photos.vectors());
    }

    /// With a filter that is asked of all photos beforehand.
    static SegmentSearch ofSome(LeafReaderContext leaf, SegmentPhotos photos, LongPredicate allowed) {
        var documents = new AcceptedDocuments(photos.documents(allowed, leaf.reader().getLiveDocs()));
        return new SegmentSearch(leaf, photos, documents, documents.cost());
    }

    /// Vectors that may be found, or a few more.
    int count() {
        return count;
    }

    /// Searches the graph.
    ///
    /// @param seeds where it begins, in ascending order
    /// @param best  takes what was found
    /// @return whether the search came to its end; if not, nothing was found
    boolean graph(IndexSearcher searcher, float[] query, int k, SearchEffort effort, int[] seeds, BestPhotos best)
            throws IOException {
        if (!photos.hasGraph() || seeds.length == 0) {
            return false;
        }
        int candidates = effort.candidates(k);
        KnnCollector collector = new DiversifyingNearestChildrenKnnCollectorManager(candidates, _ -> photos.parents(),
                searcher).newCollector(Math.min(count, effort.visits()),
                        new KnnSearchStrategy.Seeded(new SeedIterator(seeds), seeds.length, PLAIN), leaf);
        leaf.reader().searchNearestVectors(VectorDocuments.VECTOR, query, collector, accepted);
        ScoreDoc[] found = collector.topDocs().scoreDocs;
        if (collector.earlyTerminated() || found.length < k) {
            return false;
        }
        for (ScoreDoc hit : found) {
            best.add(photos.photoId(hit.doc), ExactSearch.cosine(hit.score), leaf.docBase + hit.doc);
        }
        return true;
    }

    /// Scores all vectors that may be found.
    void score(float[] query, BestPhotos best) throws IOException {
        LeafReader reader = leaf.reader();
        FloatVectorValues vectors = reader.getFloatVectorValues(VectorDocuments.VECTOR);
        VectorScorer scorer = vectors == null ? null : vectors.scorer(query);
        if (scorer == null) {
            return;
        }
        VectorScorer.Bulk bulk = scorer.bulk(accepted.iterator());
        DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
        long photo = -1;
        float score = 0;
        int nearest = 0;
        bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
        while (buffer.size > 0) {
            for (int i = 0; i < buffer.size; i++) {
                long id = photos.photoId(buffer.docs[i]);
                float cosine = ExactSearch.cosine(buffer.features[i]);
                if (id == photo && cosine <= score) {
                    continue;
                }
                if (id != photo && photo >= 0) {
                    best.add(photo, score, leaf.docBase + nearest);
                }
                photo = id;
                score = cosine;
                nearest = buffer.docs[i];
            }
            bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
        }
        if (photo >= 0) {
            best.add(photo, score, leaf.docBase + nearest);
        }
    }
}
