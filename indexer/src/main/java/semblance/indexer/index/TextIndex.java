package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

import semblance.indexer.catalog.PhotoText;
import semblance.indexer.catalog.TextSource;
import semblance.indexer.index.TextQuery.Unit;

/// The texts of all photos in Lucene, ranked by BM25. One thread changes it ([#apply], [#refresh], [#commit]); any thread
/// may search it meanwhile and sees the state of the last [#refresh].
final class TextIndex implements FollowedIndex {
    /// Hits of one answer at most.
    static final int MOST = 10_000;
    /// In a library of fewer photos no word is too common to tell them apart.
    private static final int FEW = 30;
    private static final String TEXT_FORMAT = "text";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Optional<IndexPosition> position;

    private TextIndex(Directory directory, boolean merges) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig(TextAnalyzer.ofStored()).setCommitOnClose(false);
        if (!merges) {
            config.setMergePolicy(NoMergePolicy.INSTANCE);
        }
        this.writer = new IndexWriter(directory, config);
        try {
            this.position = position(writer);
            this.searchers = new SearcherManager(writer, null);
            IndexOpening.verify(searchers);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static Optional<IndexPosition> position(IndexWriter writer) {
        Map<String, String> data = IndexPosition.commitData(writer);
        return TextDocuments.FORMAT.equals(data.get(TEXT_FORMAT)) ? IndexPosition.of(data) : Optional.empty();
    }

    /// Opens the index on disk for changes, making an empty one if there is none.
    ///
    /// @throws IOException if it is damaged or another process has it open for changes
    static TextIndex open(Path path) throws IOException {
        return opened(FSDirectory.open(path), true);
    }

    /// Opens the index on disk for this process alone: changes stay in memory, the files are only read.
    static TextIndex openOverlay(Path path) throws IOException {
        return opened(new OverlayDirectory(FSDirectory.open(path)), false);
    }

    /// An empty index in memory.
    static TextIndex inMemory() throws IOException {
        return opened(new ByteBuffersDirectory(), false);
    }

    static TextIndex opened(Directory directory, boolean merges) throws IOException {
        try {
            return new TextIndex(directory, merges);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Optional<IndexPosition> position() {
        return position;
    }

    /// Puts a photo's texts in place of those it had.
    void apply(PhotoText text) throws IOException {
        Term key = TextDocuments.key(text.photoId());
        if (text.texts().isEmpty()) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocument(key, TextDocuments.of(text));
        }
    }

    @Override
    public void clear() throws IOException {
        writer.deleteAll();
    }

    @Override
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void commit(IndexPosition reached) throws IOException {
        Map<String, String> data = new HashMap<>(reached.toCommitData());
        data.put(TEXT_FORMAT, TextDocuments.FORMAT);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /// Finds the photos in whose texts words of a query stand, best first. Words that most photos have tell nothing apart and
    /// are left out.
    List<TextHit> find(TextQuery query, LongPredicate allowed) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            List<Unit> units = new ArrayList<>();
            for (Unit unit : query.units()) {
                if (!isCommon(unit, searcher)) {
                    units.add(unit);
                }
            }
            return units.isEmpty() ? List.of() : find(units, searcher, allowed);
        } finally {
            searchers.release(searcher);
        }
    }

    private static boolean isCommon(Unit unit, IndexSearcher searcher) throws IOException {
        int photos = searcher.getIndexReader().numDocs();
        return photos >= FEW && 2 * mostPhotosWith(unit, searcher) > photos
                && 2L * searcher.count(unit.query()) > photos;
    }

    /// No more photos than this have it. Quickly said.
    private static long mostPhotosWith(Unit unit, IndexSearcher searcher) throws IOException {
        long fewest = Long.MAX_VALUE / 2;
        for (String word : unit.words()) {
            long sum = 0;
            for (TextSource source : TextSource.values()) {
                sum += searcher.getIndexReader().docFreq(new Term(TextDocuments.field(source), word));
            }
            fewest = Math.min(fewest, sum);
        }
        return fewest;
    }

    private static List<TextHit> find(List<Unit> units, IndexSearcher searcher, LongPredicate allowed)
            throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(new AllowedPhotos(allowed), Occur.FILTER)
                .setMinimumNumberShouldMatch(1);
        units.forEach(unit -> any.add(new BoostQuery(unit.query(), (float) unit.weight()), Occur.SHOULD));
        ScoreDoc[] found = searcher.search(any.build(), MOST).scoreDocs;
        Map<Integer, Double> covered = covered(units, searcher, found);
        double whole = units.stream().mapToDouble(Unit::weight).sum();
        List<TextHit> hits = new ArrayList<>();
        for (ScoreDoc hit : found) {
            LeafReaderContext leaf = leaf(searcher, hit.doc);
            NumericDocValues photos = leaf.reader().getNumericDocValues(TextDocuments.PHOTO);
            if (photos != null && photos.advanceExact(hit.doc - leaf.docBase)) {
                hits.add(new TextHit(photos.longValue(), hit.score,
                        covered.getOrDefault(hit.doc, 0.0) / whole));
            }
        }
        return hits;
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int document) {
        return searcher.getLeafContexts().get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
    }

    /// The weights of what each of some documents has, summed.
    private static Map<Integer, Double> covered(List<Unit> units, IndexSearcher searcher, ScoreDoc[] found)
            throws IOException {
        int[] documents = Stream.of(found).sorted(Comparator.comparingInt(hit -> hit.doc)).mapToInt(hit -> hit.doc)
                .toArray();
        Map<Integer, Double> covered = new HashMap<>();
        for (Unit unit : units) {
            Weight weight = searcher.createWeight(searcher.rewrite(unit.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer != null) {
                    DocIdSetIterator iterator = scorer.iterator();
                    for (int document : documents) {
                        int local = document - leaf.docBase;
                        if (local >= 0 && local < leaf.reader().maxDoc()
                                && (iterator.docID() == local
                                        || (iterator.docID() < local && iterator.advance(local) == local))) {
                            covered.merge(document, unit.weight(), Double::sum);
                        }
                    }
                }
            }
        }
        return covered;
    }

    /// Photos with texts that a search can find at present.
    long photos() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
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
