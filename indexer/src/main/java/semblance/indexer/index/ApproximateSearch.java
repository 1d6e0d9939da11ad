package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

import semblance.indexer.index.BestPhotos.Candidate;

/// Searches an index too large for scoring everything. Sketches of the vectors are in memory; those of some of them tell
/// where to begin in the HNSW graphs (Malkov and Yashunin 2016), which are searched for more neighbours than are wanted. With
/// a filter, and in segments that have no graph, the sketches of all that may be found are scored, and those that come out
/// best once more by the vectors themselves. The segments are searched side by side where the searcher can.
///
/// Thread-safe.
final class ApproximateSearch {
    /// With a filter that lets a greater share through the graphs are searched.
    private static final double NEARLY_ALL = 0.95;
    /// A filter that lets a smaller share through is asked before anything is scored.
    private static final double FEW = 0.3;
    /// About so many vectors tell how the scores lie and what the filter lets through.
    private static final int SAMPLE = 8_192;

    private final Segments segments;
    private final SearchEffort effort;

    ApproximateSearch(Segments segments, SearchEffort effort) {
        this.segments = segments;
        this.effort = effort;
    }

    /// What a search does in a segment.
    @FunctionalInterface
    private interface Task<T> {
        T run(SegmentSearch search) throws IOException;
    }

    private static <T> List<T> each(IndexSearcher searcher, List<SegmentSearch> searches, Task<T> task)
            throws IOException {
        Collection<Callable<T>> tasks = new ArrayList<>();
        searches.forEach(search -> tasks.add(() -> task.run(search)));
        return searcher.getTaskExecutor().invokeAll(tasks);
    }

    /// Finds k near photos.
    ///
    /// @param allowed which photos may be found
    Nearest search(IndexSearcher searcher, float[] query, int k, LongPredicate allowed) throws IOException {
        QuerySketch sketch = QuerySketch.of(new Rotation(query.length), query);
        List<SegmentSearch> searches = new ArrayList<>();
        long vectors = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentPhotos photos = segments.of(leaf.reader());
            searches.add(new SegmentSearch(leaf, photos, query, sketch, allowed));
            vectors += photos.vectors();
        }
        if (effort.isMost(k, vectors)) {
            return ExactSearch.search(searcher.getIndexReader(), query, k, allowed);
        }
        ScoreSample sample = new ScoreSample();
        for (SegmentSearch search : searches) {
            search.sample((int) Math.max(1, vectors / SAMPLE), sample);
        }
        BestPhotos best = new BestPhotos(effort.neighbours(k));
        if (sample.share() > NEARLY_ALL) {
            throughGraphs(searcher, searches, k, vectors, best);
        }
        if (best.size() < k) {
            bySketches(searcher, searches, sample.share() < FEW, effort.candidates(k, vectors), best);
        }
        return new Nearest(best.inOrder(k, searcher.getIndexReader()), sample.distribution());
    }

    private void throughGraphs(IndexSearcher searcher, List<SegmentSearch> searches, int k, long vectors,
            BestPhotos best) throws IOException {
        List<SegmentSearch> flat = searches.stream().filter(search -> !search.hasGraph()).toList();
        bySketches(searcher, flat, false, effort.candidates(k, vectors), best);
        List<SegmentSearch> graphs = searches.stream().filter(SegmentSearch::hasGraph).toList();
        int[] seeds = nearest(each(searcher, graphs, search -> search.look(effort.seeds(k))), effort.seeds(k));
        take(each(searcher, graphs, search -> search.score(seeds)), best);
        float least = best.least();
        take(each(searcher, graphs, search -> search.graph(searcher, effort.neighbours(k), seeds, least)), best);
    }

    private static void bySketches(IndexSearcher searcher, List<SegmentSearch> searches, boolean isFew, int wanted,
            BestPhotos best) throws IOException {
        int[] docs = nearest(each(searcher, searches, search -> search.lookAtAll(isFew, wanted)), wanted);
        take(each(searcher, searches, search -> search.score(docs)), best);
    }

    private static int[] nearest(List<NearestSketches> ofSegments, int wanted) {
        NearestSketches all = new NearestSketches(wanted);
        ofSegments.forEach(all::addAll);
        return all.docs();
    }

    private static void take(List<List<Candidate>> ofSegments, BestPhotos best) {
        ofSegments.forEach(candidates -> candidates.forEach(best::add));
    }
}
