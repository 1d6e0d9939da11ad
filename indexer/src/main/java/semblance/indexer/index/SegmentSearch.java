package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

import semblance.indexer.index.BestPhotos.Candidate;

/// One query in one segment, for those of its photos that may be found. Vectors have two numbers: the ordinal is that in the
/// segment, as in its graph; numbers count through all segments. Thread-safe.
final class SegmentSearch {
    /// By so many standard deviations of the error a sketch has to be worse than a score to be worse for certain.
    private static final int DEVIATIONS = 4;

    private final LeafReaderContext leaf;
    private final int base;
    private final SegmentPhotos photos;
    private final int part;
    private final float[] query;
    private final LongPredicate allowed;
    private final @Nullable Bits live;
    private final SegmentSketches sketches;
    private final SegmentSketches.Scores scores;

    /// @param base    the number of the segment's first vector
    /// @param part    so many sketches are looked at in one task; a multiple of the [SignBlocks#SIZE]
    /// @param allowed asked on any threads
    SegmentSearch(LeafReaderContext leaf, int base, SegmentPhotos photos, int part, float[] query, QuerySketch sketch,
            LongPredicate allowed) {
        this.leaf = leaf;
        this.base = base;
        this.photos = photos;
        this.part = part;
        this.query = query;
        this.allowed = allowed;
        this.live = leaf.reader().getLiveDocs();
        this.sketches = photos.sketches();
        this.scores = sketches.scores(query, sketch);
    }

    int vectors() {
        return photos.vectors();
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

    private List<Callable<Boolean>> parts(int count, NearestSketches.Shared shared, Part look) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < count; from += part) {
            int begin = from;
            tasks.add(() -> {
                NearestSketches nearest = shared.take();
                look.look(begin, Math.min(count, begin + part), nearest);
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

    /// Sets out in the graph.
    ///
    /// @param seeds numbers of the vectors where it begins; ascending
    GraphWalk walk(int[] seeds) throws IOException {
        return new GraphWalk(SegmentVectors.graph(leaf.reader()), sketches, scores, own(seeds));
    }

    /// A step in the graph.
    ///
    /// @param walk    in this segment
    /// @param numbers vectors whose neighbours it goes on to; ascending
    /// @param least   as [GraphWalk#step] takes it
    /// @return the numbers of these neighbours; ascending
    Callable<int[]> step(GraphWalk walk, int[] numbers, float least) {
        return () -> Arrays.stream(walk.step(own(numbers), least)).map(this::number).toArray();
    }

    /// Makes batches of those of some vectors that lie in this segment.
    ///
    /// @param numbers ascending
    List<VectorBatch> batches(int[] numbers) {
        return batches(own(numbers), UnaryOperator.identity());
    }

    /// As [#batches(int[])], and of other vectors of the same photos whose sketches do not tell that they are worse.
    ///
    /// @param numbers ascending; of each photo one
    List<VectorBatch> batchesWithRivals(int[] numbers) {
        return batches(own(numbers), this::withRivals);
    }

    private int[] withRivals(int[] ordinals) {
        float certain = DEVIATIONS * (float) Math.sqrt(2) * sketches.deviation();
        IntStream.Builder all = IntStream.builder();
        for (int ordinal : ordinals) {
            all.add(ordinal);
            if (!isAlone(ordinal)) {
                rivals(ordinal, scores.of(ordinal) - certain).forEach(all::add);
            }
        }
        return all.build().toArray();
    }

    /// Makes batches of other vectors of some photos whose sketches do not tell that they are worse.
    ///
    /// @param found by their documents; those of other segments are left out
    List<VectorBatch> rivals(Collection<Candidate> found) {
        int[] rivals = found.stream().filter(this::isOwn)
                .flatMapToInt(photo -> rivals(photos.ordinal(photo.doc() - leaf.docBase),
                        photo.score() - DEVIATIONS * sketches.deviation()))
                .sorted().toArray();
        return batches(rivals, UnaryOperator.identity());
    }

    private List<VectorBatch> batches(int[] ordinals, UnaryOperator<int[]> widened) {
        List<VectorBatch> batches = new ArrayList<>();
        for (int from = 0; from < ordinals.length; from += VectorBatch.SIZE) {
            int to = Math.min(ordinals.length, from + VectorBatch.SIZE);
            batches.add(new VectorBatch(this, Arrays.copyOfRange(ordinals, from, to), widened));
        }
        return batches;
    }

    private boolean isOwn(Candidate photo) {
        return photo.doc() >= leaf.docBase && photo.doc() < leaf.docBase + leaf.reader().maxDoc();
    }

    private IntStream rivals(int found, float least) {
        return IntStream.range(beginOfPhoto(found), endOfPhoto(found))
                .filter(ordinal -> ordinal != found && scores.of(ordinal) > least);
    }

    private boolean isAlone(int ordinal) {
        return photos.isLast(ordinal) && beginOfPhoto(ordinal) == ordinal;
    }

    private int beginOfPhoto(int ordinal) {
        int first = ordinal;
        while (first > 0 && first < photos.vectors() && !photos.isLast(first - 1)) {
            first--;
        }
        return first;
    }

    private int endOfPhoto(int ordinal) {
        int last = ordinal;
        while (!photos.isLast(last)) {
            last++;
        }
        return last + 1;
    }
}
