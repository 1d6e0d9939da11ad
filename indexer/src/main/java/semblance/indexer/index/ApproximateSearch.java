package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TaskExecutor;

/// Searches an index too large for scoring everything. Sketches of the vectors are in memory; those of some of them tell
/// where to begin in the HNSW graphs (Malkov and Yashunin 2016), which are searched for more neighbours than are wanted. With
/// a filter, and in segments that have no graph, the sketches of all that may be found are scored, and those that come out
/// best once more by the vectors themselves. The work is done by several threads where the searcher has them.
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

    /// Finds k near photos.
    ///
    /// @param allowed which photos may be found; asked on several threads at once
    Nearest search(IndexSearcher searcher, float[] query, int k, LongPredicate allowed) throws IOException {
        QuerySketch sketch = QuerySketch.of(new Rotation(query.length), query);
        List<SegmentSearch> searches = new ArrayList<>();
        long vectors = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentPhotos photos = segments.of(leaf.reader());
            searches.add(new SegmentSearch(leaf, (int) vectors, photos, effort.part(), query, sketch, allowed));
            vectors += photos.vectors();
        }
        if (effort.isMost(k, vectors)) {
            return ExactSearch.search(searcher.getIndexReader(), query, k, allowed);
        }
        ScoreSample sample = new ScoreSample();
        for (SegmentSearch search : searches) {
            search.sample((int) Math.max(1, vectors / SAMPLE), sample);
        }
        TaskExecutor tasks = searcher.getTaskExecutor();
        BestPhotos best = new BestPhotos(effort.neighbours(k));
        boolean isDone = sample.share() > NEARLY_ALL && throughGraphs(tasks, searches, k, vectors, best);
        if (!isDone || best.size() < k) {
            bySketches(tasks, searches, sample.share() < FEW, effort.candidates(k, vectors), best);
        }
        return new Nearest(best.inOrder(k, searcher.getIndexReader()), sample.distribution());
    }

    /// @return whether the graphs were searched to the end
    private boolean throughGraphs(TaskExecutor tasks, List<SegmentSearch> searches, int k, long vectors,
            BestPhotos best) throws IOException {
        List<SegmentSearch> flat = searches.stream().filter(search -> !search.hasGraph()).toList();
        long withoutGraph = flat.stream().mapToLong(SegmentSearch::vectors).sum();
        bySketches(tasks, flat, false, effort.besideGraphs(k, withoutGraph), best);
        List<SegmentSearch> graphs = searches.stream().filter(SegmentSearch::hasGraph).toList();
        int[] seeds = nearest(tasks, graphs, effort.seeds(k), SegmentSearch::looksForSeeds);
        boolean isDone = walk(tasks, graphs, seeds, effort.readings(k, vectors), best);
        score(tasks, graphs, graph -> graph.rivals(best.all()), best);
        return isDone;
    }

    /// Goes through the graphs step by step: the neighbours of what was found near are read all together, and those of them that
    /// are among the best so far are where the next step begins.
    private static boolean walk(TaskExecutor tasks, List<SegmentSearch> graphs, int[] seeds, int readings,
            BestPhotos best) throws IOException {
        Map<SegmentSearch, GraphWalk> walks = new LinkedHashMap<>();
        for (SegmentSearch graph : graphs) {
            walks.put(graph, graph.walk(seeds));
        }
        int[] reached = seeds;
        for (long read = reached.length; reached.length > 0; read += reached.length) {
            if (read > readings) {
                return false;
            }
            int[] found = reached;
            List<VectorBatch> batches = score(tasks, graphs, graph -> graph.batches(found), best);
            float least = best.least();
            int[] near = batches.stream().flatMapToInt(batch -> batch.atLeast(least)).toArray();
            List<Callable<int[]>> steps = new ArrayList<>();
            walks.forEach((graph, walk) -> steps.add(graph.step(walk, near, least)));
            reached = tasks.invokeAll(steps).stream().flatMapToInt(Arrays::stream).toArray();
        }
        return true;
    }

    private static void bySketches(TaskExecutor tasks, List<SegmentSearch> searches, boolean isFew, int wanted,
            BestPhotos best) throws IOException {
        if (!searches.isEmpty()) {
            int[] nearest = nearest(tasks, searches, wanted, (search, shared) -> search.looksAtAll(isFew, shared));
            score(tasks, searches, search -> search.batchesWithRivals(nearest), best);
        }
    }

    private static int[] nearest(TaskExecutor tasks, List<SegmentSearch> searches, int wanted,
            BiFunction<SegmentSearch, NearestSketches.Shared, List<Callable<Boolean>>> looks) throws IOException {
        NearestSketches.Shared nearest = new NearestSketches.Shared(wanted);
        tasks.invokeAll(searches.stream().flatMap(search -> looks.apply(search, nearest).stream()).toList());
        return nearest.numbers();
    }

    private static List<VectorBatch> score(TaskExecutor tasks, List<SegmentSearch> searches,
            Function<SegmentSearch, List<VectorBatch>> batches, BestPhotos best) throws IOException {
        List<Callable<VectorBatch>> all = new ArrayList<>();
        searches.forEach(search -> all.addAll(batches.apply(search)));
        List<VectorBatch> scored = tasks.invokeAll(all);
        scored.forEach(batch -> batch.offerTo(best));
        return scored;
    }
}
