package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongPredicate;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import semblance.indexer.catalog.VectorChange;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// An index of segments with and without graphs and of photos with one vector and with several, looked at in small parts, so
/// that photos lie across their edges; against scoring everything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentsOfAllKindsTest {
    private static final int DIMENSION = 32;
    private static final int K = 20;
    private static final int QUERIES = 40;
    private static final int PART = SignBlocks.SIZE;
    private static final int FLAT_UP_TO = 700;
    private static final int[] SEGMENTS = {3_000, 300, 4_000, 400, 1_000};
    /// Every so many photos one has three parts.
    private static final int WITH_PARTS = 5;
    private static final long MS_BETWEEN_PARTS = 1_000;

    private final Random random = Seed.next("SegmentsOfAllKindsTest").random();
    private final SearchEffort effort = new SearchEffort(2, 100, 128, 600, PART);
    private final ApproximateSearch search = new ApproximateSearch(new Segments(), effort);
    private final Directory directory = new ByteBuffersDirectory();
    private final List<float[]> centres = new ArrayList<>();
    private final List<List<float[]>> photos = new ArrayList<>();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeAll
    void fill() throws IOException {
        for (int i = 0; i < 100; i++) {
            centres.add(Vectors.random(random, DIMENSION));
        }
        try (IndexWriter writer = new IndexWriter(directory,
                new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE)
                        .setCodec(GraphCodec.of(() -> true, FLAT_UP_TO)))) {
            for (int size : SEGMENTS) {
                for (int i = 0; i < size; i++) {
                    add(writer);
                }
                writer.commit();
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader, ForkJoinPool.commonPool());
        assertThat(reader.leaves()).extracting(leaf -> SegmentVectors.graph(leaf.reader()).size() > 0)
                .containsExactly(true, false, true, false, true);
    }

    private void add(IndexWriter writer) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < (photos.size() % WITH_PARTS == 0 ? 3 : 1); part++) {
            vectors.add(clustered());
            parts.add(new Part(part, MS_BETWEEN_PARTS * part, vectors.getLast()));
        }
        writer.addDocuments(VectorDocuments.block(new VectorChange(photos.size(), parts)));
        photos.add(vectors);
    }

    private float[] clustered() {
        return Vectors.near(random, centres.get(random.nextInt(centres.size())), 0.6);
    }

    @AfterAll
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private double recall(LongPredicate allowed) throws IOException {
        int found = 0;
        int wanted = 0;
        for (int i = 0; i < QUERIES; i++) {
            float[] query = clustered();
            Set<ScoredPhoto> expected = new HashSet<>(ExactSearch.search(reader, query, K, allowed).photos());
            List<ScoredPhoto> photos = search.search(searcher, query, K, allowed).photos();
            assertThat(photos).hasSameSizeAs(expected).allMatch(photo -> allowed.test(photo.photoId()))
                    .extracting(ScoredPhoto::photoId).doesNotHaveDuplicates();
            wanted += expected.size();
            expected.retainAll(photos);
            found += expected.size();
        }
        return (double) found / wanted;
    }

    @Test
    void whatScoringEverythingFindsIsFoundInAllOfThem() throws IOException {
        assertThat(recall(_ -> true)).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(id -> id % 3 > 0)).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(id -> id % 10 == 0)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ofAFewHundredPhotosNoneIsMissedNorABetterPartOfOne() throws IOException {
        LongPredicate some = id -> id % 40 == 0;
        for (int i = 0; i < QUERIES; i++) {
            float[] query = clustered();
            assertThat(search.search(searcher, query, K, some).photos())
                    .isEqualTo(ExactSearch.search(reader, query, K, some).photos());
        }
    }

    @Test
    void aPhotoAcrossTheEdgeOfAPartIsFoundByEachOfItsVectors() throws IOException {
        int id = 0;
        int across = 0;
        for (int size : SEGMENTS) {
            int ordinal = 0;
            for (int end = id + size; id < end; id++) {
                int last = ordinal + photos.get(id).size() - 1;
                if (ordinal / PART != last / PART) {
                    foundByEachOfItsVectors(id);
                    across++;
                }
                ordinal = last + 1;
            }
        }
        assertThat(across).as("photos across an edge").isGreaterThan(3);
    }

    private void foundByEachOfItsVectors(long id) throws IOException {
        List<float[]> vectors = photos.get((int) id);
        List<LongPredicate> filters = List.of(_ -> true, photo -> photo == id || photo % 3 > 0,
                photo -> photo == id || photo % 10 == 1);
        for (int part = 0; part < vectors.size(); part++) {
            for (LongPredicate filter : filters) {
                ScoredPhoto first = search.search(searcher, vectors.get(part), K, filter).photos().getFirst();
                assertThat(first.photoId()).isEqualTo(id);
                assertThat(first.score()).isCloseTo(1, within(1e-5f));
                assertThat(first.atMs()).isEqualTo(part == 0 ? ScoredPhoto.NO_MOMENT : MS_BETWEEN_PARTS * part);
            }
        }
    }

    /// Which tells that without a filter not everything is looked at.
    @Test
    void withLittleEffortTheGraphsMissSomeAndTheSketchesNone() throws IOException {
        ApproximateSearch little = new ApproximateSearch(new Segments(), new SearchEffort(1, K, K, 100_000, PART));
        int missed = 0;
        for (int i = 0; i < QUERIES; i++) {
            float[] query = clustered();
            List<ScoredPhoto> all = ExactSearch.search(reader, query, K, _ -> true).photos();
            missed += all.equals(little.search(searcher, query, K, _ -> true).photos()) ? 0 : 1;
            LongPredicate most = id -> id % 10 > 0;
            assertThat(little.search(searcher, query, K, most).photos())
                    .isEqualTo(ExactSearch.search(reader, query, K, most).photos());
        }
        assertThat(missed).as("queries of %d", QUERIES).isPositive();
    }

    @Test
    void theSeedsAreTheBestOfAllSketchesAtWhichASearchMayBegin() throws IOException {
        LeafReaderContext leaf = reader.leaves().getFirst();
        SegmentPhotos segment = SegmentPhotos.of(leaf.reader());
        SegmentSketches sketches = segment.sketches();
        assertThat(sketches.entries()).as("in several parts").isGreaterThan(2 * PART);
        float[] query = clustered();
        QuerySketch sketch = QuerySketch.of(new Rotation(DIMENSION), query);
        Map<Integer, Float> scores = new HashMap<>();
        for (int entry = 0; entry < sketches.entries(); entry++) {
            float[] block = new float[SignBlocks.SIZE];
            sketches.scores(query, sketch).ofEntries(entry / SignBlocks.SIZE, block);
            scores.put(sketches.entryOrdinal(entry), block[entry % SignBlocks.SIZE]);
        }
        NearestSketches.Shared seeds = new NearestSketches.Shared(50);
        SegmentSearch search = new SegmentSearch(leaf, 0, segment, PART, query, sketch, _ -> true);
        searcher.getTaskExecutor().invokeAll(search.looksForSeeds(seeds));
        double least = scores.values().stream().sorted(Comparator.reverseOrder()).skip(49).findFirst().orElseThrow();
        assertThat(seeds.numbers()).hasSize(50);
        assertThat(Arrays.stream(seeds.numbers()).mapToDouble(scores::get)).allMatch(score -> score >= least);
    }
}
