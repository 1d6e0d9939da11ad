package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.VectorChange;
import semblance.indexer.index.MeasuredQueries.Case;

/// The same photos and queries in this index, as if it were too large for scoring everything, in two other libraries, and
/// scored one by one. Each makes its graph with one thread and is asked for more and more candidates until it finds 99 of
/// 100. Run with the profile `measurements`, which alone has the other libraries.
///
/// - `semblance.index.photos`: how many, 100,000 without it
/// - `semblance.index.queries`: how many of each kind, 50 without it
@Tag("measurements")
@Timeout(value = 4, unit = TimeUnit.HOURS)
@SuppressWarnings("SystemOut") // the table is the result
class IndexComparison {
    private static final int MAX_CONN = 32;
    private static final int BEAM_WIDTH = 100;
    private static final double WANTED = 0.99;
    private static final int[] CANDIDATES = {100, 150, 200, 300, 500, 800, 1_500, 3_000};

    @TempDir
    Path temporary;

    private final int photos = Integer.getInteger("semblance.index.photos", 100_000);
    private final int queries = Integer.getInteger("semblance.index.queries", 50);
    private final ClusteredVectors vectors = new ClusteredVectors(7, photos);
    private final Map<String, Case> kinds = new LinkedHashMap<>();

    /// Finds the ids of the nearest.
    @FunctionalInterface
    private interface Finder {
        long[] find(float[] query, int candidates) throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // passes straight into the index
    private record Photo(Long id, float[] vector) implements Item<Long, float[]> {
        @Override
        public int dimensions() {
            return vector.length;
        }
    }

    @Test
    void compare() throws Exception {
        kinds.put("photo", MeasuredQueries.cases(vectors, photos, queries, vectors::likeAPhoto).getFirst());
        kinds.put("text", MeasuredQueries.cases(vectors, photos, queries, vectors::likeAText).getFirst());
        lucene("plain scan", Integer.MAX_VALUE);
        lucene("this index", photos / 2);
        jvector();
        hnswlib();
    }

    private void lucene(String name, int exactUpTo) throws Exception {
        long start = System.nanoTime();
        AtomicInteger merges = new AtomicInteger();
        try (VectorIndex index = VectorIndex.open(temporary.resolve(name), exactUpTo, () -> {
            merges.incrementAndGet();
            return merges::decrementAndGet;
        })) {
            for (long id = 1; id <= photos; id++) {
                index.apply(new VectorChange(id, List.of(new VectorChange.Part(0, 0, vectors.photo(id)))));
            }
            index.refresh();
            while (merges.get() > 0) {
                Thread.sleep(100);
            }
            index.refresh();
            made(name + ", " + index, start);
            report(name, (query, _) -> index.nearest(query, MeasuredQueries.K, _ -> true).photos().stream()
                    .mapToLong(ScoredPhoto::photoId).toArray());
        }
    }

    private void jvector() throws Exception {
        VectorTypeSupport types = VectorizationProvider.getInstance().getVectorTypeSupport();
        List<VectorFloat<?>> all = new ArrayList<>();
        for (long id = 1; id <= photos; id++) {
            all.add(types.createFloatVector(vectors.photo(id)));
        }
        var values = new ListRandomAccessVectorValues(all, ClusteredVectors.DIMENSION);
        long start = System.nanoTime();
        try (GraphIndexBuilder builder = new GraphIndexBuilder(values, VectorSimilarityFunction.DOT_PRODUCT, MAX_CONN,
                BEAM_WIDTH, 1.2f, 1.2f, true)) {
            ImmutableGraphIndex graph = builder.build(values);
            made("jvector, M %d, beam width %d, alpha 1.2, overflow 1.2".formatted(MAX_CONN, BEAM_WIDTH), start);
            try (GraphSearcher searcher = new GraphSearcher(graph)) {
                report("jvector", (query, candidates) -> {
                    var scores = DefaultSearchScoreProvider.exact(types.createFloatVector(query),
                            VectorSimilarityFunction.DOT_PRODUCT, values);
                    return Arrays
                            .stream(searcher.search(scores, MeasuredQueries.K, candidates, 0, 0, Bits.ALL).getNodes())
                            .mapToLong(node -> node.node + 1L).toArray();
                });
            }
        }
    }

    private void hnswlib() throws Exception {
        long start = System.nanoTime();
        HnswIndex<Long, float[], Photo, Float> index = HnswIndex
                .newBuilder(ClusteredVectors.DIMENSION, DistanceFunctions.FLOAT_INNER_PRODUCT, photos)
                .withM(MAX_CONN).withEfConstruction(BEAM_WIDTH).build();
        for (long id = 1; id <= photos; id++) {
            index.add(new Photo(id, vectors.photo(id)));
        }
        made("hnswlib, M %d, efConstruction %d".formatted(MAX_CONN, BEAM_WIDTH), start);
        report("hnswlib", (query, candidates) -> {
            index.setEf(candidates);
            return index.findNearest(query, MeasuredQueries.K).stream().mapToLong(found -> found.item().id()).toArray();
        });
    }

    private void made(String name, long start) {
        System.out.println("%s: made in %.0f s, heap %d MB, %s".formatted(name, (System.nanoTime() - start) / 1e9,
                Machine.heapAfterCollection(), Machine.load()));
    }

    private void report(String name, Finder finder) throws Exception {
        for (Map.Entry<String, Case> kind : kinds.entrySet()) {
            Case asked = kind.getValue();
            for (int candidates : CANDIDATES) {
                measure(asked, candidates, finder, new Latencies());
                Latencies latencies = new Latencies();
                double recall = 0;
                for (int round = 0; round < 3; round++) {
                    recall = measure(asked, candidates, finder, latencies);
                }
                System.out.println("%-10s %s, candidates %d: recall@%d %.4f, %s, %s".formatted(name,
                        kind.getKey(), candidates, MeasuredQueries.K, recall, latencies,
                        Machine.load()));
                if (recall >= WANTED) {
                    break;
                }
            }
        }
    }

    private static double measure(Case asked, int candidates, Finder finder, Latencies latencies) throws Exception {
        long found = 0;
        for (int i = 0; i < asked.queries().size(); i++) {
            float[] query = asked.queries().get(i);
            long[] wanted = asked.found().get(i);
            found += Arrays.stream(latencies.measure(() -> finder.find(query, candidates)))
                    .filter(id -> Arrays.binarySearch(wanted, id) >= 0).count();
        }
        return (double) found / (asked.queries().size() * MeasuredQueries.K);
    }
}
