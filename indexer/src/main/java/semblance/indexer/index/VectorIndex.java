package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongPredicate;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NoMergeScheduler;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

import semblance.indexer.catalog.VectorChange;

/// The vectors of one embedding space in Lucene. One thread changes it ([#apply], [#refresh], [#commit]); any thread may
/// search it meanwhile and sees the state of the last [#refresh].
final class VectorIndex implements FollowedIndex {
    /// Up to this many vectors everything is scored exactly: cut, sort and facets then see all scores.
    static final int EXACT_UP_TO = 200_000;

    /// Fewer than Lucene's 8, because each segment is a graph to search; the merges are somewhat more work for that.
    private static final int SEGMENTS_PER_TIER = 4;

    private final Directory directory;
    private final IndexWriter writer;
    private final Segments segments = new Segments();
    private final SearcherManager searchers;
    private final Optional<IndexPosition> position;
    private final int exactUpTo;
    private final ApproximateSearch approximate;
    private final GraphMerges merges;
    private long documents;
    private volatile boolean large;

    private VectorIndex(Directory directory, int exactUpTo, boolean merges, MergeWatch watch) throws IOException {
        this.directory = directory;
        this.exactUpTo = exactUpTo;
        this.approximate = new ApproximateSearch(segments, SearchEffort.usual());
        this.merges = new GraphMerges(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
        IndexWriterConfig config = new IndexWriterConfig().setCommitOnClose(false)
                .setCodec(GraphCodec.of(() -> large, flatUpTo()))
                .setMergePolicy(merges ? this.merges : NoMergePolicy.INSTANCE)
                .setMergeScheduler(merges ? new WatchedMerges(watch) : NoMergeScheduler.INSTANCE)
                .setMergedSegmentWarmer(this::prepare);
        this.writer = new IndexWriter(directory, config);
        try {
            this.position = IndexPosition.of(IndexPosition.commitData(writer));
            this.searchers = new SearcherManager(writer, parallel());
            IndexOpening.verify(searchers);
            lookForGraphs();
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /// Searches go through segments side by side, on the processors that have nothing else to do.
    private static SearcherFactory parallel() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                return new IndexSearcher(reader, ForkJoinPool.commonPool());
            }
        };
    }

    /// Opens the index on disk for changes, making an empty one if there is none.
    ///
    /// @param exactUpTo above this many vectors searches go through the graphs
    /// @throws IOException if it is damaged or another process has it open for changes
    static VectorIndex open(Path path, int exactUpTo, MergeWatch watch) throws IOException {
        return opened(FSDirectory.open(path), exactUpTo, true, watch);
    }

    /// Opens the index on disk for this process alone: changes stay in memory, the files are only read.
    static VectorIndex openOverlay(Path path, int exactUpTo) throws IOException {
        return opened(new OverlayDirectory(FSDirectory.open(path)), exactUpTo, false);
    }

    /// An empty index in memory.
    static VectorIndex inMemory(int exactUpTo) throws IOException {
        return opened(new ByteBuffersDirectory(), exactUpTo, false);
    }

    static VectorIndex opened(Directory directory, int exactUpTo, boolean merges) throws IOException {
        return opened(directory, exactUpTo, merges, MergeWatch.NONE);
    }

    private static VectorIndex opened(Directory directory, int exactUpTo, boolean merges, MergeWatch watch)
            throws IOException {
        try {
            return new VectorIndex(directory, exactUpTo, merges, watch);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Optional<IndexPosition> position() {
        return position;
    }

    /// Puts a photo's vectors in place of those it had.
    void apply(VectorChange change) throws IOException {
        Term key = VectorDocuments.key(change.photoId());
        documents += change.parts().size() + 1;
        large |= isLarge(documents);
        if (change.parts().isEmpty()) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocuments(key, VectorDocuments.block(change));
        }
    }

    @Override
    public void clear() throws IOException {
        writer.deleteAll();
    }

    @Override
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        lookForGraphs();
    }

    /// Up to so many vectors of a segment are scored about as fast as the graph of another segment is searched.
    private int flatUpTo() {
        return exactUpTo / 20;
    }

    private boolean isLarge(long documents) {
        return documents > 2L * exactUpTo;
    }

    /// Has segments without a graph written again if the index has become too large for scoring everything.
    private void lookForGraphs() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            documents = searcher.getIndexReader().numDocs();
            large = isLarge(documents);
            Set<String> lacking = large ? lacking(searcher) : Set.of();
            merges.lacking(lacking);
            if (!lacking.isEmpty()) {
                writer.maybeMerge();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private Set<String> lacking(IndexSearcher searcher) throws IOException {
        Set<String> lacking = new HashSet<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            SegmentPhotos photos = segments.of(leaf.reader());
            if (photos.vectors() > flatUpTo() && !photos.hasGraph()
                    && leaf.reader() instanceof SegmentReader segment) {
                lacking.add(segment.getSegmentName());
            }
        }
        return lacking;
    }

    /// Reads what searches need of a new segment before they see it.
    private void prepare(LeafReader merged) throws IOException {
        if (large) {
            segments.of(merged);
        }
    }

    @Override
    public void commit(IndexPosition reached) throws IOException {
        writer.setLiveCommitData(reached.toCommitData().entrySet());
        writer.commit();
    }

    /// Finds the k photos nearest to a query.
    ///
    /// @param query   L2 norm 1, of the space's dimension
    /// @param allowed which photos may be found; asked on several threads at once
    Nearest nearest(float[] query, int k, LongPredicate allowed) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            var reader = searcher.getIndexReader();
            return isLarge(reader.numDocs())
                    ? approximate.search(searcher, query, k, allowed)
                    : ExactSearch.search(reader, query, k, allowed);
        } finally {
            searchers.release(searcher);
        }
    }

    /// Finds out where a photo stands; see [ExactSearch#place].
    Optional<Place> place(float[] query, long photoId, LongPredicate among) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return ExactSearch.place(searcher.getIndexReader(), query, photoId, among);
        } finally {
            searchers.release(searcher);
        }
    }

    /// The segments that are searched: how many vectors each has, and whether there is a graph of them.
    @Override
    public String toString() {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                StringJoiner names = new StringJoiner(", ", "segments ", "");
                for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                    SegmentPhotos photos = segments.of(leaf.reader());
                    names.add(photos.vectors() + (photos.hasGraph() ? " graph" : " flat"));
                }
                return names.toString();
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            return "segments cannot be read: " + e.getMessage();
        }
    }

    /// Photos that a search can find at present.
    long photos() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.count(new TermQuery(VectorDocuments.parents()));
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void stopWriting() throws IOException {
        writer.rollback();
    }

    /// Closes without committing: what was not committed is read from the catalog again next time.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
