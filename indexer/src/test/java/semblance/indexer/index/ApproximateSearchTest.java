package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.catalog.VectorChange;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The graphs against scoring everything, and that against plain arithmetic.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApproximateSearchTest {
    private static final int PHOTOS = 20_000;
    private static final int DIMENSION = 24;
    private static final int K = 100;
    private static final int QUERIES = 40;
    /// Every so many photos one has three parts; every so many one is deleted.
    private static final int WITH_PARTS = 10;
    private static final long MS_BETWEEN_PARTS = 1_500;
    private static final int DELETED = 7;

    private final Random random = Seed.next("ApproximateSearchTest").random();
    private final List<float[]> centres = new ArrayList<>();
    private final List<List<float[]>> photos = new ArrayList<>();
    private final List<VectorIndex> indexes = new ArrayList<>();

    @BeforeAll
    void fill() throws IOException {
        indexes.add(VectorIndex.inMemory(0));
        indexes.add(VectorIndex.inMemory(Integer.MAX_VALUE));
        for (int i = 0; i < PHOTOS / 100; i++) {
            centres.add(Vectors.random(random, DIMENSION));
        }
        for (int id = 0; id < PHOTOS; id++) {
            List<float[]> vectors = new ArrayList<>();
            List<Part> parts = new ArrayList<>();
            for (int part = 0; part < (id % WITH_PARTS == 0 ? 3 : 1); part++) {
                vectors.add(clustered());
                parts.add(new Part(part, MS_BETWEEN_PARTS * part, vectors.getLast()));
            }
            photos.add(vectors);
            for (VectorIndex index : indexes) {
                index.apply(new VectorChange(id, parts));
            }
        }
        for (VectorIndex index : indexes) {
            index.refresh();
            for (int id = 0; id < PHOTOS; id += DELETED) {
                index.apply(new VectorChange(id, List.of()));
            }
            index.refresh();
        }
    }

    @AfterAll
    void close() throws IOException {
        for (VectorIndex index : indexes) {
            index.close();
        }
    }

    private VectorIndex approximate() {
        return indexes.getFirst();
    }

    private VectorIndex exact() {
        return indexes.getLast();
    }

    private float[] clustered() {
        return Vectors.near(random, centres.get(random.nextInt(centres.size())), 0.6);
    }

    @Test
    void ofASmallSetNoneIsMissed() throws IOException {
        for (int i = 0; i < QUERIES; i++) {
            float[] query = clustered();
            PhotoSet some = PhotoSet.of(random.longs(20, 0, PHOTOS).boxed().toList());

            assertThat(approximate().nearest(query, K, some).photos())
                    .isEqualTo(exact().nearest(query, K, some).photos()).hasSizeLessThanOrEqualTo(some.size())
                    .isNotEmpty();
        }
    }

    @Test
    void theGraphsFindWhatScoringEverythingFinds() throws IOException {
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            float[] query = clustered();
            Set<ScoredPhoto> expected = new HashSet<>(exact().nearest(query, K, _ -> true).photos());
            List<ScoredPhoto> photos = approximate().nearest(query, K, _ -> true).photos();
            assertThat(photos).hasSize(K).extracting(ScoredPhoto::photoId).doesNotHaveDuplicates();
            assertThat(photos).extracting(photo -> -photo.score()).isSorted();
            assertThat(photos).extracting(ScoredPhoto::photoId).noneMatch(id -> id % DELETED == 0);
            expected.retainAll(photos);
            found += expected.size();
        }
        double recall = (double) found / (QUERIES * K);
        assertThat(recall).as("recall@" + K).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theGraphsFindWhatScoringEverythingFindsWithAnyFilter() throws IOException {
        for (double share : new double[]{0, 0.0005, 0.01, 0.1, 0.5, 0.9, 0.99, 1}) {
            int found = 0;
            int wanted = 0;
            for (int i = 0; i < QUERIES / 4; i++) {
                float[] query = clustered();
                PhotoSet some = PhotoSet.of(random.longs((long) (share * PHOTOS), 0, PHOTOS).boxed().toList());
                LongPredicate allowed = share < 1 ? some : _ -> true;
                Set<ScoredPhoto> expected = new HashSet<>(exact().nearest(query, K, allowed).photos());
                List<ScoredPhoto> photos = approximate().nearest(query, K, allowed).photos();
                assertThat(photos).hasSameSizeAs(expected).extracting(ScoredPhoto::photoId).doesNotHaveDuplicates()
                        .allMatch(allowed::test).noneMatch(id -> id % DELETED == 0);
                wanted += expected.size();
                expected.retainAll(photos);
                found += expected.size();
            }
            assertThat((double) found).as("found of %d with a filter of %s", wanted, share)
                    .isGreaterThanOrEqualTo(0.95 * wanted);
        }
    }

    /// Of the nearest half none may be found: a search that only looks around the query finds too few.
    @Test
    void theFarHalfIsFound() throws IOException {
        for (int i = 0; i < QUERIES / 4; i++) {
            float[] query = clustered();
            List<Long> order = exact().nearest(query, PHOTOS, _ -> true).photos().stream().map(ScoredPhoto::photoId)
                    .toList();
            PhotoSet far = PhotoSet.of(order.subList(order.size() / 2, order.size()));
            assertThat(approximate().nearest(query, K, far).photos()).extracting(ScoredPhoto::photoId)
                    .isEqualTo(order.subList(order.size() / 2, order.size() / 2 + K));
        }
    }

    @Test
    void asManyAsThereAreCanBeAskedFor() throws IOException {
        float[] query = clustered();
        assertThat(approximate().nearest(query, 2 * PHOTOS, _ -> true).photos())
                .isEqualTo(exact().nearest(query, 2 * PHOTOS, _ -> true).photos());
    }

    @Test
    void scoringEverythingIsPlainArithmetic() throws IOException {
        for (int i = 0; i < 5; i++) {
            float[] query = clustered();
            double[] scores = new double[PHOTOS];
            for (int id = 0; id < PHOTOS; id++) {
                scores[id] = id % DELETED == 0
                        ? Double.NEGATIVE_INFINITY
                        : photos.get(id).stream().mapToDouble(part -> Vectors.cosine(part, query)).max().orElseThrow();
            }
            Nearest nearest = exact().nearest(query, K, _ -> true);
            List<ScoredPhoto> found = nearest.photos();
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            for (int rank = 0; rank < K; rank++) {
                assertThat((double) found.get(rank).score()).isCloseTo(sorted[PHOTOS - 1 - rank], within(1e-5))
                        .isCloseTo(scores[(int) found.get(rank).photoId()], within(1e-5));
            }
            double[] present = Arrays.stream(scores).filter(Double::isFinite).toArray();
            double mean = Arrays.stream(present).average().orElseThrow();
            double deviation = Math.sqrt(
                    Arrays.stream(present).map(score -> (score - mean) * (score - mean)).sum()
                            / present.length);
            assertThat(nearest.distribution().count()).isEqualTo(present.length);
            assertThat(nearest.distribution().mean()).isCloseTo(mean, within(1e-5));
            assertThat(nearest.distribution().deviation()).isCloseTo(deviation, within(1e-5));
        }
    }

    @Test
    void theSampleOfTheGraphSearchTellsTheDistribution() throws IOException {
        float[] query = clustered();
        ScoreDistribution all = exact().nearest(query, 1, _ -> true).distribution();
        ScoreDistribution sample = approximate().nearest(query, 1, _ -> true).distribution();
        assertThat(sample.count()).isBetween(5_000L, 12_000L);
        assertThat(sample.mean()).isCloseTo(all.mean(), within(0.05));
        assertThat(sample.deviation()).isCloseTo(all.deviation(), within(0.05));
    }

    @Test
    void whatIsNotAllowedIsNotFoundAndTakesNobodysPlace() throws IOException {
        float[] query = clustered();
        for (VectorIndex index : indexes) {
            long best = index.nearest(query, 1, _ -> true).photos().getFirst().photoId();
            List<ScoredPhoto> others = index.nearest(query, 10, id -> id != best).photos();
            assertThat(others).hasSize(10).extracting(ScoredPhoto::photoId).doesNotContain(best);
        }
    }

    /// As the frames of a video do: several of one photo are where the search begins.
    @Test
    void partsThatAreNearlyTheSameAreFoundAsOnePhoto() throws IOException {
        assertThat(recall(K, PHOTOS / 10, 8, scene -> Vectors.near(random, scene, 0.1))).as("recall@" + K)
                .isGreaterThanOrEqualTo(0.95);
    }

    /// They have so many vectors that a search of the graphs comes by hardly anything else.
    @Test
    void eachOfFewPhotosWithHundredsOfPartsIsFoundByItsBest() throws IOException {
        assertThat(recall(10, 40, 300, _ -> clustered())).as("recall@10").isGreaterThanOrEqualTo(0.95);
    }

    /// How much of what scoring everything finds the graphs find, by their best parts.
    ///
    /// @param part makes a part of a photo that shows a scene
    private double recall(int k, int photos, int parts, UnaryOperator<float[]> part) throws IOException {
        try (VectorIndex graphs = VectorIndex.inMemory(0); VectorIndex all = VectorIndex.inMemory(Integer.MAX_VALUE)) {
            for (int id = 1; id <= photos; id++) {
                float[] scene = clustered();
                VectorChange photo = new VectorChange(id, IntStream.range(0, parts)
                        .mapToObj(number -> new Part(number, MS_BETWEEN_PARTS * number, part.apply(scene))).toList());
                graphs.apply(photo);
                all.apply(photo);
            }
            graphs.refresh();
            all.refresh();
            int found = 0;
            for (int i = 0; i < QUERIES; i++) {
                float[] query = clustered();
                Set<ScoredPhoto> expected = new HashSet<>(all.nearest(query, k, _ -> true).photos());
                List<ScoredPhoto> nearest = graphs.nearest(query, k, _ -> true).photos();
                assertThat(nearest).hasSize(k).extracting(ScoredPhoto::photoId).doesNotHaveDuplicates();
                expected.retainAll(nearest);
                found += expected.size();
            }
            return (double) found / (QUERIES * k);
        }
    }

    @Test
    void aPhotoOfSeveralPartsIsFoundOnceByItsBest() throws IOException {
        int id = WITH_PARTS * (1 + random.nextInt(PHOTOS / WITH_PARTS / DELETED - 1)) * DELETED + WITH_PARTS;
        List<float[]> parts = photos.get(id);
        for (int number = 0; number < parts.size(); number++) {
            long moment = number == 0 ? ScoredPhoto.NO_MOMENT : MS_BETWEEN_PARTS * number;
            for (VectorIndex index : indexes) {
                List<ScoredPhoto> found = index.nearest(parts.get(number), K, _ -> true).photos();
                assertThat(found).filteredOn(photo -> photo.photoId() == id).singleElement().satisfies(photo -> {
                    assertThat(photo.score()).isCloseTo(1, within(1e-5f));
                    assertThat(photo.atMs()).isEqualTo(moment);
                });
            }
        }
    }

    @Test
    void aPhotoThatIsChangedTwiceInARowIsFoundAsItIsNow() throws IOException {
        try (VectorIndex graphs = VectorIndex.inMemory(0)) {
            for (int id = 1; id <= PHOTOS / 4; id++) {
                graphs.apply(new VectorChange(id, List.of(new Part(0, 0, clustered()))));
            }
            long changed = PHOTOS;
            float[] first = clustered();
            float[] now = Vectors.near(random, first, 0.1);
            graphs.apply(new VectorChange(changed, List.of(new Part(0, 0, first))));
            graphs.apply(new VectorChange(changed, List.of(new Part(0, 0, now))));
            graphs.refresh();
            ScoredPhoto found = graphs.nearest(now, 10, _ -> true).photos().getFirst();
            assertThat(found.photoId()).isEqualTo(changed);
            assertThat(found.score()).isCloseTo(1, within(1e-5f));
        }
    }
}
