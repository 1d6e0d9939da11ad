package semblance.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import semblance.indexer.catalog.VectorChange;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Walks through a graph that Lucene made against its plain neighbourhoods.
class GraphWalkTest {
    private static final int VECTORS = 2_000;
    private static final int DIMENSION = 64;
    private static final float ANY = Float.NEGATIVE_INFINITY;

    private final Random random = Seed.next("GraphWalkTest").random();
    private final float[] query = Vectors.random(random, DIMENSION);
    private final float[][] vectors = new float[VECTORS][];
    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private LeafReaderContext leaf;
    private SegmentSketches sketches;

    @BeforeEach
    void fill() throws IOException {
        try (IndexWriter writer = new IndexWriter(directory,
                new IndexWriterConfig().setCodec(GraphCodec.of(() -> true, 0)))) {
            for (int i = 0; i < VECTORS; i++) {
                vectors[i] = Vectors.random(random, DIMENSION);
                writer.addDocuments(VectorDocuments.block(
                        new VectorChange(i + 1, List.of(new VectorChange.Part(0, 0, vectors[i])))));
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        leaf = reader.leaves().getFirst();
        sketches = SegmentPhotos.of(leaf.reader()).sketches();
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private GraphWalk walk(int... begin) throws IOException {
        return new GraphWalk(SegmentVectors.graph(leaf.reader()), sketches,
                sketches.scores(query, QuerySketch.of(new Rotation(DIMENSION), query)), begin);
    }

    private NavigableSet<Integer> neighbours(Iterable<Integer> ordinals) throws IOException {
        HnswGraph graph = SegmentVectors.graph(leaf.reader());
        NavigableSet<Integer> neighbours = new TreeSet<>();
        for (int ordinal : ordinals) {
            graph.seek(0, ordinal);
            for (int next = graph.nextNeighbor(); next != DocIdSetIterator.NO_MORE_DOCS; next = graph.nextNeighbor()) {
                neighbours.add(next);
            }
        }
        return neighbours;
    }

    private static List<Integer> list(int[] ordinals) {
        return Arrays.stream(ordinals).boxed().toList();
    }

    @Test
    void everyStepReachesTheNeighboursThatNoneBeforeHasReached() throws IOException {
        int begin = random.nextInt(VECTORS);
        GraphWalk walk = walk(begin);
        Set<Integer> known = new TreeSet<>(List.of(begin));
        int[] last = {begin};
        while (last.length > 0) {
            NavigableSet<Integer> expected = neighbours(list(last));
            expected.removeAll(known);
            last = walk.step(last, ANY);
            assertThat(list(last)).containsExactlyElementsOf(expected);
            known.addAll(expected);
        }
        assertThat(known).as("reached").hasSizeGreaterThan(VECTORS / 2);
    }

    @Test
    void whatIsNearEnoughIsReachedAndNothingThatIsFar() throws IOException {
        List<Integer> some = random.ints(20, 0, VECTORS).distinct().sorted().boxed().toList();
        int[] begin = some.stream().mapToInt(Integer::intValue).toArray();
        float least = 0.1f;
        float certain = 5 * sketches.deviation();
        NavigableSet<Integer> around = neighbours(some);
        some.forEach(around::remove);
        List<Integer> reached = list(walk(begin).step(begin, least));
        assertThat(around).containsAll(reached);
        assertThat(reached).containsAll(
                around.stream().filter(ordinal -> cosine(ordinal) > least + certain).toList());
        assertThat(reached).allMatch(ordinal -> cosine(ordinal) > least - certain).hasSizeLessThan(around.size());
        assertThat(walk(begin).step(begin, 1 + certain)).isEmpty();
    }

    private float cosine(int ordinal) {
        return VectorUtil.dotProduct(query, vectors[ordinal]);
    }
}
