package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/// Searches the HNSW graphs (Malkov and Yashunin 2016) of an index too large for scoring everything: asks for more
/// neighbours than are wanted, because the graph search may miss near ones, and keeps the best. A filter takes part in
/// the search; if it lets few photos through, or leads the search astray, these are all scored.
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
        Sample sample = Sample.of(searcher.getLeafContexts(), segments, query, allowed, effort.seeds());
        List<SegmentSearch> searches = new ArrayList<>();
        long count = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentPhotos photos = segments.of(leaf.reader());
            SegmentSearch search = sample.share() > NEARLY_ALL
                    ? SegmentSearch.ofNearlyAll(leaf, photos, sample.nearest().get(leaf.ord), allowed)
                    : SegmentSearch.ofSome(leaf, photos, sample.nearest().get(leaf.ord), allowed);
            searches.add(search);
            count += search.count();
        }
        BestPhotos best = new BestPhotos(k);
        for (SegmentSearch search : searches) {
            if (effort.scoresAll(count, k) || !search.graph(searcher, query, k, effort, best)) {
                search.score(query, best);
            }
        }
        return new Nearest(best.inOrder(searcher.getIndexReader()), sample.distribution());
    }
}
