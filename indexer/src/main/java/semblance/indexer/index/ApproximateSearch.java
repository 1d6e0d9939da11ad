package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/// Searches the HNSW graphs (Malkov and Yashunin 2016) of an index too large for scoring everything. A sample of each
/// segment tells where to begin; the graphs are asked for more neighbours than are wanted, because the search may miss near
/// ones. A filter takes part in the search; if it lets few photos through, or those that lie far from the query, they are
/// all scored instead.
///
/// Thread-safe.
final class ApproximateSearch {
    /// A filter that lets a greater share through is asked of those photos only that the search comes by.
    private static final double NEARLY_ALL = 0.95;

    private final Segments segments;
    private final SearchEffort effort;

    ApproximateSearch(Segments segments, SearchEffort effort) {
        this.segments = segments;
        this.effort = effort;
    }

    /// Finds k near photos.
    ///
    /// @param allowed which photos may be found
    Nearest search(IndexSearcher searcher, float[] query, int k, LongPredicate allowed) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        Sample sample = new Sample(query, allowed, effort.seeds(k), effort.candidates(k));
        List<int[]> seeds = new ArrayList<>();
        for (LeafReaderContext leaf : leaves) {
            seeds.add(sample.add(segments.of(leaf.reader()), leaf.reader().getLiveDocs()));
        }
        List<SegmentSearch> searches = new ArrayList<>();
        long count = 0;
        for (LeafReaderContext leaf : leaves) {
            SegmentPhotos photos = segments.of(leaf.reader());
            SegmentSearch search = sample.share() > NEARLY_ALL
                    ? SegmentSearch.ofNearlyAll(leaf, photos, allowed)
                    : SegmentSearch.ofSome(leaf, photos, allowed);
            searches.add(search);
            count += search.count();
        }
        boolean scoreAll = effort.scoresAll(count, sample.nearer());
        BestPhotos best = new BestPhotos(k);
        for (LeafReaderContext leaf : leaves) {
            SegmentSearch search = searches.get(leaf.ord);
            if (scoreAll || !search.graph(searcher, query, k, effort, seeds.get(leaf.ord), best)) {
                search.score(query, best);
            }
        }
        return new Nearest(best.inOrder(searcher.getIndexReader()), sample.distribution());
    }
}
