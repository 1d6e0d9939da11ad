package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import semblance.indexer.catalog.CatalogIdentity;
import semblance.indexer.catalog.VectorChange;
import semblance.indexer.index.MeasuredQueries.Case;

/// How the index gets on with many photos: recall against scores computed one by one, times, memory, disk. Not a test, for
/// nothing here can fail for being slow: run with the profile `measurements` and these properties. The first run makes the
/// index, every other one searches it.
///
/// - `semblance.index.directory`: where the index lies or is made; one for each number of photos
/// - `semblance.index.photos`: how many, 100,000 without it
/// - `semblance.index.queries`: how many of each kind, 50 without it
/// - `semblance.index.added`: photos that come in each second while it is searched, 200 without it; with thousands, segments
///   are merged meanwhile
@Tag("measurements")
@Timeout(value = 4, unit = TimeUnit.HOURS)
@SuppressWarnings("SystemOut") // the table is the result
class IndexMeasurements {
    private static final long SEED = 7;
    /// Rounds before any is measured: Java takes some hundred searches to compile them.
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 60;

    private final Path directory = Path.of(Objects.requireNonNull(System.getProperty("semblance.index.directory"),
            "set the property semblance.index.directory"));
    private final int photos = Integer.getInteger("semblance.index.photos", 100_000);
    private final int queries = Integer.getInteger("semblance.index.queries", 50);
    private final int addedASecond = Integer.getInteger("semblance.index.added", 200);
    private final ClusteredVectors vectors = new ClusteredVectors(SEED, photos);
    private final AtomicInteger merges = new AtomicInteger();
    private final AtomicInteger begunMerges = new AtomicInteger();

    private VectorIndex open() throws IOException {
        return VectorIndex.open(directory, VectorIndex.EXACT_UP_TO, () -> {
            merges.incrementAndGet();
            begunMerges.incrementAndGet();
            return merges::decrementAndGet;
        });
    }

    private void add(VectorIndex index, long id) throws IOException {
        index.apply(new VectorChange(id, List.of(new VectorChange.Part(0, 0, vectors.photo(id)))));
    }

    @Test
    void search() throws Exception {
        make();
        long start = System.nanoTime();
        try (VectorIndex index = open()) {
            print("opened in %.1f s, %s, %s".formatted(seconds(start), Machine.load(), index));
            print("heap %d MB, %s".formatted(Machine.heapAfterCollection(), Machine.memory()));
            search(index, "photo", vectors::likeAPhoto);
            search(index, "text", vectors::likeAText);
            print("heap %d MB with the queries, %s".formatted(Machine.heapAfterCollection(), Machine.memory()));
        }
    }

    private void make() throws Exception {
        Files.createDirectories(directory);
        if (IndexOpening.exists(directory)) {
            return;
        }
        long start = System.nanoTime();
        try (VectorIndex index = open()) {
            for (long id = 1; id <= photos; id++) {
                add(index, id);
                if (id % 10_000 == 0) {
                    index.refresh();
                }
            }
            index.refresh();
            print("added in %.0f s, %s".formatted(seconds(start), Machine.load()));
            while (merges.get() > 0) {
                Thread.sleep(100);
            }
            index.refresh();
            index.commit(new IndexPosition(new CatalogIdentity("measured", 1), 1));
            print("%d photos made in %.0f s, %s, heap %d MB, %s".formatted(photos, seconds(start), Machine.load(),
                    Machine.heapAfterCollection(), Machine.memory()));
        }
        print("disk %d MB".formatted(Machine.megabytes(directory)));
    }

    private void search(VectorIndex index, String kind, IntFunction<float[]> query) throws Exception {
        for (Case asked : MeasuredQueries.cases(vectors, photos, queries, query)) {
            Latencies latencies = new Latencies();
            double recall = 0;
            double worst = 1;
            for (int round = 0; round < WARM_UP; round++) {
                search(index, asked, new Latencies());
            }
            for (int round = 0; round < ROUNDS; round++) {
                double[] recalls = search(index, asked, latencies);
                recall = Arrays.stream(recalls).average().orElseThrow();
                worst = Arrays.stream(recalls).min().orElseThrow();
            }
            print("%-5s %-11s recall@%d %.4f worst %.2f, %s, %s".formatted(kind, asked.name(), MeasuredQueries.K,
                    recall, worst,
                    latencies, Machine.load()));
        }
    }

    private static double[] search(VectorIndex index, Case asked, Latencies latencies) throws Exception {
        double[] recalls = new double[asked.queries().size()];
        for (int i = 0; i < recalls.length; i++) {
            int query = i;
            Nearest nearest = latencies.measure(() -> index.nearest(asked.queries().get(query), MeasuredQueries.K,
                    id -> asked.allows(query, id)));
            long[] wanted = asked.found().get(i);
            long found = nearest.photos().stream().filter(photo -> Arrays.binarySearch(wanted, photo.photoId()) >= 0)
                    .count();
            recalls[i] = wanted.length == 0 ? 1 : (double) found / wanted.length;
        }
        return recalls;
    }

    /// Searches while photos come in, and before; the index is left as it was.
    @Test
    void searchWhileIndexing() throws Exception {
        make();
        try (VectorIndex index = open()) {
            searchFor(index, 5, new Latencies());
            Latencies idle = new Latencies();
            searchFor(index, SECONDS / 2, idle);
            print("idle     %s, %s".formatted(idle, Machine.load()));
            AtomicBoolean stop = new AtomicBoolean();
            Latencies refreshes = new Latencies();
            AtomicInteger added = new AtomicInteger();
            Thread indexing = new Thread(() -> index(index, stop, refreshes, added), "measured-indexing");
            indexing.start();
            Latencies busy = new Latencies();
            searchFor(index, SECONDS, busy);
            stop.set(true);
            indexing.join();
            print("indexing %s, %s; %d photos added, %d merges begun, %d of them not ended".formatted(busy,
                    Machine.load(),
                    added.get(), begunMerges.get(), merges.get()));
            print("a second's photos added and shown: %s".formatted(refreshes));
        }
    }

    private void searchFor(VectorIndex index, int seconds, Latencies latencies) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; System.nanoTime() < end; i++) {
            float[] query = i % 2 == 0 ? vectors.likeAPhoto(i % 1000) : vectors.likeAText(i % 1000);
            latencies.measure(() -> index.nearest(query, MeasuredQueries.K, _ -> true));
            Thread.sleep(20); // people do not ask without a pause, and the photos have to come in beside
        }
    }

    private void index(VectorIndex index, AtomicBoolean stop, Latencies refreshes, AtomicInteger added) {
        try {
            long next = System.nanoTime();
            while (!stop.get()) {
                refreshes.measure(() -> {
                    for (int i = 0; i < addedASecond; i++) {
                        add(index, photos + 1L + added.getAndIncrement());
                    }
                    index.refresh();
                    return index;
                });
                next += TimeUnit.SECONDS.toNanos(1);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
