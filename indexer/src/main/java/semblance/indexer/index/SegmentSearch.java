package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.join.DiversifyingNearestChildrenKnnCollectorManager;
import org.apache.lucene.search.knn.KnnSearchStrategy;

import semblance.indexer.index.BestPhotos.Candidate;

/// One query in one segment, for those of its photos that may be found. Documents are numbered as in the whole reader. Not
/// thread-safe.
final class SegmentSearch {
    /// Goes through photos that may not be found as well: stepping over them takes less time and loses what lies behind them.
    private static final KnnSearchStrategy PLAIN = new KnnSearchStrategy.Hnsw(0);
    /// So many vectors are scored before the best of them are picked.
    private static final int AT_ONCE = 1_024;
    /// By so many standard deviations of the error a sketch has to be worse than another to be worse for certain.
    private static final int DEVIATIONS = 4;

    private final LeafReaderContext leaf;
    private final SegmentPhotos photos;
    private final float[] query;
    private final AskedDocuments allowed;
    private final SegmentSketches sketches;
    private final SegmentSketches.Scores scores;

    SegmentSearch(LeafReaderContext leaf, SegmentPhotos photos, float[] query, QuerySketch sketch,
            LongPredicate allowed) {
        this.leaf = leaf;
        this.photos = photos;
        this.query = query;
        this.allowed = new AskedDocuments(photos, allowed, leaf.reader().getLiveDocs());
        this.sketches = photos.sketches();
        this.scores = sketches.scores(query, sketch);
    }

    boolean hasGraph() {
        return photos.hasGraph();
    }

    /// Scores some vectors, to tell how the scores lie.
    ///
    /// @param every of so many one
    void sample(int every, ScoreSample sample) {
        for (int ordinal = 0; ordinal < photos.vectors(); ordinal += every) {
            if (allowed.isLive(photos.doc(ordinal))) {
                sample.add(scores.of(ordinal), sketches.variance(), allowed.get(photos.doc(ordinal)));
            }
        }
    }

    /// Looks for where to begin in the graph.
    ///
    /// @param wanted so many vectors
    NearestSketches look(int wanted) {
        NearestSketches nearest = new NearestSketches(wanted);
        for (int from = 0; from < sketches.entries(); from += AT_ONCE) {
            float[] some = new float[Math.min(AT_ONCE, sketches.entries() - from)];
            scores.ofEntries(from, some);
            for (int i = 0; i < some.length; i++) {
                if (nearest.wants(some[i])) {
                    nearest.add(some[i], doc(sketches.entryOrdinal(from + i)));
                }
            }
        }
        return nearest;
    }

    /// Looks at all vectors that may be found; of a photo with several the best counts.
    ///
    /// @param isFew  whether these are a small share, so that it takes less time to ask first and to score what is left
    /// @param wanted so many photos
    NearestSketches lookAtAll(boolean isFew, int wanted) {
        NearestSketches nearest = new NearestSketches(wanted);
        float best = Float.NEGATIVE_INFINITY;
        int ofBest = 0;
        for (int ordinal = 0; ordinal < photos.vectors(); ordinal++) {
            if (!isFew || allowed.get(photos.doc(ordinal))) {
                float score = scores.of(ordinal);
                if (score > best && nearest.wants(score) && (isFew || allowed.get(photos.doc(ordinal)))) {
                    best = score;
                    ofBest = ordinal;
                }
            }
            if (best > Float.NEGATIVE_INFINITY && photos.isLast(ordinal)) {
                nearest.add(best, doc(ofBest));
                best = Float.NEGATIVE_INFINITY;
            }
        }
        return nearest;
    }

    private int doc(int ordinal) {
        return leaf.docBase + photos.doc(ordinal);
    }

    /// Searches the graph.
    ///
    /// @param seeds where it begins, ascending; without any in this segment it is not searched
    /// @param least what has a lower score is not looked for
    List<Candidate> graph(IndexSearcher searcher, int neighbours, int[] seeds, float least) throws IOException {
        int[] ordinals = Arrays.stream(ofThisSegment(seeds)).map(photos::ordinal).toArray();
        if (ordinals.length == 0) {
            return List.of();
        }
        KnnCollector collector = new DiversifyingNearestChildrenKnnCollectorManager(neighbours, _ -> photos.parents(),
                searcher).newCollector(Integer.MAX_VALUE,
                        new KnnSearchStrategy.Seeded(new AscendingNumbers(ordinals), ordinals.length, PLAIN), leaf);
        leaf.reader().searchNearestVectors(VectorDocuments.VECTOR, query,
                new BoundedCollector(collector, ExactSearch.luceneScore(least)), allowed);
        return Arrays.stream(collector.topDocs().scoreDocs).map(hit -> candidate(hit.doc, hit.score)).toList();
    }

    private Candidate candidate(int doc, float luceneScore) {
        return new Candidate(photos.photoId(doc), ExactSearch.cosine(luceneScore), leaf.docBase + doc);
    }

    /// Those of some documents that lie in this segment, in its own numbers.
    ///
    /// @param docs ascending
    private int[] ofThisSegment(int[] docs) {
        int from = place(docs, leaf.docBase);
        int to = place(docs, leaf.docBase + leaf.reader().maxDoc());
        return Arrays.stream(docs, from, to).map(doc -> doc - leaf.docBase).toArray();
    }

    private static int place(int[] docs, int doc) {
        int place = Arrays.binarySearch(docs, doc);
        return place < 0 ? -place - 1 : place;
    }

    /// Scores some vectors themselves, and others of the same photos that may be better by their sketches.
    ///
    /// @param docs ascending; those of other segments are left out, and those that may not be found
    List<Candidate> score(int[] docs) throws IOException {
        int[] own = withRivals(Arrays.stream(ofThisSegment(docs)).filter(allowed::get).toArray());
        FloatVectorValues vectors = own.length == 0
                ? null
                : leaf.reader().getFloatVectorValues(VectorDocuments.VECTOR);
        VectorScorer scorer = vectors == null ? null : vectors.scorer(query);
        if (scorer == null) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>(own.length);
        VectorScorer.Bulk bulk = scorer.bulk(new AscendingNumbers(own));
        DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
        bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
        while (buffer.size > 0) {
            for (int i = 0; i < buffer.size; i++) {
                candidates.add(candidate(buffer.docs[i], buffer.features[i]));
            }
            bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
        }
        return candidates;
    }

    /// One of several documents of a photo stands for the others: those that are not among its rivals are worse.
    ///
    /// @return ascending, each once
    private int[] withRivals(int[] docs) {
        IntStream.Builder all = IntStream.builder();
        long photo = -1;
        for (int doc : docs) {
            if (photos.photoId(doc) != photo) {
                photo = photos.photoId(doc);
                rivals(doc).forEach(all::add);
            }
        }
        return all.build().toArray();
    }

    /// A document and those of its photo whose sketches do not tell that they are worse.
    private IntStream rivals(int doc) {
        int ordinal = photos.ordinal(doc);
        int first = ordinal;
        while (first > 0 && !photos.isLast(first - 1)) {
            first--;
        }
        int last = ordinal;
        while (!photos.isLast(last)) {
            last++;
        }
        if (first == last) {
            return IntStream.of(doc);
        }
        float least = scores.of(ordinal) - DEVIATIONS * (float) Math.sqrt(2 * sketches.variance());
        return IntStream.rangeClosed(first, last).filter(part -> part == ordinal || scores.of(part) >= least)
                .map(photos::doc);
    }
}
