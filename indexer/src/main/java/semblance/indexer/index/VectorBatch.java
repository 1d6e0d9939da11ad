package semblance.indexer.index;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.apache.lucene.codecs.lucene95.HasIndexSlice;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorer.AbstractRandomVectorScorer;

/// Some vectors of a segment that are read and scored together, themselves and not their sketches. One thread calls it, then
/// another may ask for the scores.
final class VectorBatch implements Callable<VectorBatch> {
    /// So many are worth handing to another processor.
    static final int SIZE = 128;

    private final SegmentSearch search;
    private final UnaryOperator<int[]> widened;
    private int[] ordinals;
    private float[] scores = {};
    @SuppressWarnings("UnusedVariable") // see fetch
    private int fetched;

    /// @param ordinals at least one
    /// @param widened  what they stand for; asked by the thread that calls
    VectorBatch(SegmentSearch search, int[] ordinals, UnaryOperator<int[]> widened) {
        this.search = search;
        this.ordinals = ordinals;
        this.widened = widened;
    }

    @Override
    public VectorBatch call() throws IOException {
        ordinals = widened.apply(ordinals);
        scores = new float[ordinals.length];
        RandomVectorScorer scorer = search.scorer();
        fetch(scorer);
        scorer.bulkScore(ordinals, scores, ordinals.length);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = ExactSearch.cosine(scores[i]);
        }
        return this;
    }

    /// Reads a byte of each vector. They lie all over memory, and so the processor waits for many of them at once instead of for
    /// one after the other. The sum is kept for Java not to leave the reading out.
    private void fetch(RandomVectorScorer scorer) throws IOException {
        if (scorer instanceof AbstractRandomVectorScorer ofValues && ofValues.values() instanceof HasIndexSlice sliced
                && sliced.getSlice() != null) {
            IndexInput slice = sliced.getSlice();
            RandomAccessInput bytes = slice.randomAccessSlice(0, slice.length());
            int size = ofValues.values().getVectorByteLength();
            for (int ordinal : ordinals) {
                fetched += bytes.readByte((long) ordinal * size);
            }
        }
    }

    /// Hands over those that may be found.
    void offerTo(BestPhotos best) {
        for (int i = 0; i < ordinals.length; i++) {
            if (best.wants(scores[i]) && search.isAllowed(ordinals[i])) {
                best.add(search.candidate(ordinals[i], scores[i]));
            }
        }
    }

    /// The numbers of those with a score or a higher one, whether they may be found or not; ascending.
    IntStream atLeast(float least) {
        return IntStream.range(0, ordinals.length).filter(i -> scores[i] >= least)
                .map(i -> search.number(ordinals[i]));
    }
}
