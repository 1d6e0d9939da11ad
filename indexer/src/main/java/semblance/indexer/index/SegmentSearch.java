package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

import semblance.indexer.index.BestPhotos.Candidate;

/// One query in one segment, for those of its photos that may be found. Vectors have two numbers: the ordinal is that in the
/// segment, as in its graph; numbers count through all segments. Thread-safe.
final class SegmentSearch {
    /// So many sketches are worth handing to another processor; whole blocks of those at which a search may begin.
    private static final int PART = 32 * SignBlocks.SIZE;
    /// By so many standard deviations of the error a sketch has to be worse than another to be worse for certain.
    private static final int DEVIATIONS = 4;

    private final LeafReaderContext leaf;
    private final int base;
    private final SegmentPhotos photos;
    private final float[] query;
    private final LongPredicate allowed;
    private final @Nullable Bits live;
    private final SegmentSketches sketches;
    private final SegmentSketches.Scores scores;

    /// @param base the number of the segment's first vector
    SegmentSearch(LeafReaderContext leaf, int base, SegmentPhotos photos, float[] query, QuerySketch sketch,
            LongPredicate allowed) {
        this.leaf = leaf;
        this.base = base;
        this.photos = photos;
        this.query = query;
        this.allowed = allowed;
        this.live = leaf.reader().getLiveDocs();
        this.sketches = photos.sketches();
        this.scores = sketches.scores(query, sketch);
    }

    boolean hasGraph() {
        return photos.hasGraph();
    }

    /// Whether a vector's photo is still there and may be found.
    boolean isAllowed(int ordinal) {
        int doc = photos.doc(ordinal);
        return isLive(doc) && allowed.test(photos.photoId(doc));
    }

    private boolean isLive(int doc) {
        return live == null || live.get(doc);
    }

    int number(int ordinal) {
        return base + ordinal;
    }

    /// The ordinals of those of some vectors that lie in this segment.
    ///
    /// @param numbers ascending
    private int[] own(int[] numbers) {
        int from = place(numbers, base);
        int to = place(numbers, base + photos.vectors());
        return Arrays.stream(numbers, from, to).map(number -> number - base).toArray();
    }

    private static int place(int[] numbers, int number) {
        int place = Arrays.binarySearch(numbers, number);
        return place < 0 ? -place - 1 : place;
    }

    Candidate candidate(int ordinal, float score) {
        int doc = photos.doc(ordinal);
        return new Candidate(photos.photoId(doc), score, leaf.docBase + doc);
    }

    /// What scores the vectors themselves by their ordinals, for one thread. Scores are Lucene's.
    RandomVectorScorer scorer() throws IOException {
        return SegmentVectors.scorer(leaf.reader(), query);
    }

    /// Scores the sketches of some vectors, to tell how the scores lie.
    ///
    /// @param every of so many one
    void sample(int every, ScoreSample sample) {
        for (int ordinal = 0; ordinal < photos.vectors(); ordinal += every) {
            if (isLive(photos.doc(ordinal))) {
                sample.add(scores.of(ordinal), sketches.variance(), isAllowed(ordinal));
            }
        }
    }

    /// Looks for where to begin in the graph.
    ///
    /// @return tasks for any threads
    List<Callable<Boolean>> looksForSeeds(NearestSketches.Shared nearest) {
        return parts(sketches.entries(), nearest, this::seeds);
    }

    /// Looks at all vectors that may be found; of a photo with several the best counts.
    ///
    /// @param isFew whether these are a small share, so that it takes less time to ask first and to score what is left
    /// @return tasks for any threads
    List<Callable<Boolean>> looksAtAll(boolean isFew, NearestSketches.Shared nearest) {
        return parts(photos.vectors(), nearest,
                (from, to, found) -> all(beginOfPhoto(from), beginOfPhoto(to), isFew, found));
    }

    /// Looks at the sketches from one to before another.
    @FunctionalInterface
    private interface Part {
        void look(int from, int to, NearestSketches nearest);
    }

    private static List<Callable<Boolean>> parts(int count, NearestSketches.Shared shared, Part part) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < count; from += PART) {
            int begin = from;
            tasks.add(() -> {
                NearestSketches nearest = shared.take();
                part.look(begin, Math.min(count, begin + PART), nearest);
                shared.giveBack(nearest);
                return true;
            });
        }
        return tasks;
    }

    private void seeds(int from, int to, NearestSketches nearest) {
        float[] some = new float[SignBlocks.SIZE];
        for (int first = from; first < to; first += SignBlocks.SIZE) {
            scores.ofEntries(first / SignBlocks.SIZE, some);
            for (int i = 0; i < Math.min(SignBlocks.SIZE, to - first); i++) {
                if (nearest.wants(some[i])) {
                    nearest.add(some[i], number(sketches.entryOrdinal(first + i)));
                }
            }
        }
    }

    private void all(int from, int to, boolean isFew, NearestSketches nearest) {
        float best = Float.NEGATIVE_INFINITY;
        int ofBest = 0;
        for (int ordinal = from; ordinal < to; ordinal++) {
            if (!isFew || isAllowed(ordinal)) {
                float score = scores.of(ordinal);
                if (score > best && nearest.wants(score) && (isFew || isAllowed(ordinal))) {
                    best = score;
                    ofBest = ordinal;
                }
            }
            if (best > Float.NEGATIVE_INFINITY && photos.isLast(ordinal)) {
                nearest.add(best, number(ofBest));
                best = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private int beginOfPhoto(int ordinal) {
        int first = ordinal;
        while (first > 0 && first < photos.vectors() && !photos.isLast(first - 1)) {
            first--;
        }
        return first;
    }

    /// Sets out in the graph.
    ///
    /// @param seeds numbers of the vectors where it begins; ascending
    GraphWalk walk(int[] seeds) throws IOException {
        GraphWalk walk = new GraphWalk(SegmentVectors.graph(leaf.reader()), sketches, scores);
        walk.begin(own(seeds));
        return walk;
    }

    /// A step in the graph.
    ///
    /// @param walk    in this segment
    /// @param numbers vectors whose neighbours it goes on to; ascending
    /// @return the numbers of these neighbours; ascending
    Callable<int[]> step(GraphWalk walk, int[] numbers, float least) {
        return () -> Arrays.stream(walk.step(own(numbers), least)).map(this::number).toArray();
    }

    /// Makes batches of some vectors, and of others of the same photos that may be better by their sketches.
    ///
    /// @param numbers ascending
    List<VectorBatch> batches(int[] numbers) {
        int[] ordinals = withRivals(own(numbers));
        List<VectorBatch> batches = new ArrayList<>();
        for (int from = 0; from < ordinals.length; from += VectorBatch.SIZE) {
            int to = Math.min(ordinals.length, from + VectorBatch.SIZE);
            batches.add(new VectorBatch(this, Arrays.copyOfRange(ordinals, from, to)));
        }
        return batches;
    }

    /// One of several vectors of a photo stands for the others: those that are not among its rivals are worse.
    ///
    /// @return ascending, each once
    private int[] withRivals(int[] ordinals) {
        IntStream.Builder all = IntStream.builder();
        long photo = -1;
        for (int ordinal : ordinals) {
            long own = photos.photoId(photos.doc(ordinal));
            if (own != photo) {
                photo = own;
                rivals(ordinal).forEach(all::add);
            }
        }
        return all.build().toArray();
    }

    /// A vector and those of its photo whose sketches do not tell that they are worse.
    private IntStream rivals(int ordinal) {
        int first = beginOfPhoto(ordinal);
        int last = ordinal;
        while (!photos.isLast(last)) {
            last++;
        }
        if (first == last) {
            return IntStream.of(ordinal);
        }
        float least = scores.of(ordinal) - DEVIATIONS * (float) Math.sqrt(2) * sketches.deviation();
        return IntStream.rangeClosed(first, last).filter(part -> part == ordinal || scores.of(part) >= least);
    }
}
