package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import semblance.indexer.catalog.VectorChange;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Segments get a graph when the index has become large, and not before.
class GraphMergesTest {
    private static final int FLAT_UP_TO = 100;

    private final Random random = Seed.next("GraphMergesTest").random();
    private final AtomicBoolean large = new AtomicBoolean();
    private final GraphMerges merges = new GraphMerges(new TieredMergePolicy());
    private Directory directory;
    private IndexWriter writer;
    private long nextId = 1;

    @BeforeEach
    void open() throws IOException {
        directory = new ByteBuffersDirectory();
        writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(GraphCodec.of(large::get, FLAT_UP_TO))
                .setMergePolicy(merges).setMergeScheduler(new SerialMergeScheduler()));
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        directory.close();
    }

    private void addSegment(int photos) throws IOException {
        for (int i = 0; i < photos; i++) {
            writer.addDocuments(VectorDocuments.block(new VectorChange(nextId++,
                    List.of(new VectorChange.Part(0, 0, Vectors.random(random, Gallery.DIMENSION))))));
        }
        writer.commit();
    }

    /// By size of the segment, whether it has a graph; the names of those that lack one go to the merge policy.
    private List<String> segments() throws IOException {
        List<String> segments = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            merges.lacking(reader.leaves().stream().filter(leaf -> !photos(leaf).hasGraph())
                    .filter(leaf -> photos(leaf).vectors() > FLAT_UP_TO)
                    .map(leaf -> ((SegmentReader) leaf.reader()).getSegmentName()).collect(Collectors.toSet()));
            for (LeafReaderContext leaf : reader.leaves()) {
                segments.add(photos(leaf).vectors() + (photos(leaf).hasGraph() ? " graph" : " flat"));
            }
        }
        return segments;
    }

    private static SegmentPhotos photos(LeafReaderContext leaf) {
        try {
            return SegmentPhotos.of(leaf.reader());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSmallIndexHasNoGraphs() throws IOException {
        addSegment(300);
        addSegment(150);
        assertThat(segments()).containsExactlyInAnyOrder("300 flat", "150 flat");
        merges.lacking(Set.of());
        writer.maybeMerge();
        assertThat(segments()).containsExactlyInAnyOrder("300 flat", "150 flat");
    }

    @Test
    void segmentsOfAnIndexThatBecameLargeGetGraphs() throws IOException {
        addSegment(300);
        addSegment(150);
        addSegment(50);
        large.set(true);
        for (int look = 0; look < 2; look++) {
            segments();
            writer.maybeMerge();
        }
        assertThat(segments()).containsExactlyInAnyOrder("300 graph", "150 graph", "50 flat");
    }

    @Test
    void newSegmentsOfALargeIndexHaveGraphsUnlessTheyAreSmall() throws IOException {
        large.set(true);
        addSegment(300);
        addSegment(50);
        assertThat(segments()).containsExactlyInAnyOrder("300 graph", "50 flat");
    }
}
