package semblance.indexer.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

class NearestSketchesTest {
    private final Random random = Seed.next("NearestSketchesTest").random();

    @Test
    void theBestAreKeptWhicheverPartFoundThem() {
        int count = 1 + random.nextInt(5_000);
        int wanted = 1 + random.nextInt(200);
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(ranks, random);
        float[] scores = new float[count];
        NearestSketches.Shared shared = new NearestSketches.Shared(wanted);
        NearestSketches waiting = shared.take();
        for (int from = 0; from < count; from += 700) {
            NearestSketches part = shared.take();
            for (int number = from; number < Math.min(count, from + 700); number++) {
                scores[number] = (float) ranks.get(number) / count - 0.5f;
                if (part.wants(scores[number])) {
                    part.add(scores[number], number);
                }
            }
            shared.giveBack(waiting);
            waiting = part;
        }
        shared.giveBack(waiting);
        int[] expected = IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> -scores[number])).limit(wanted).sorted()
                .mapToInt(Integer::intValue).toArray();
        assertThat(shared.numbers()).containsExactly(expected);
    }

    @Test
    void whatOthersHaveBetteredIsNotWanted() {
        NearestSketches.Shared shared = new NearestSketches.Shared(2);
        NearestSketches first = shared.take();
        for (int number = 0; number < 4; number++) {
            first.add(0.1f * number, number);
        }
        NearestSketches second = shared.take();
        assertThat(second.wants(0.15f)).isFalse();
        assertThat(second.wants(0.25f)).isTrue();
        second.add(0.25f, 4);
        shared.giveBack(first);
        shared.giveBack(second);
        assertThat(shared.numbers()).containsExactly(3, 4);
    }

    @Test
    void ofEqualScoresAsManyAreKeptAsAreWanted() {
        int count = 2_000;
        int wanted = 700;
        float[] scores = new float[count];
        NearestSketches.Shared shared = new NearestSketches.Shared(wanted);
        for (int from = 0; from < count; from += 100) {
            NearestSketches part = shared.take();
            for (int number = from; number < from + 100; number++) {
                scores[number] = random.nextInt(3) / 2f;
                if (part.wants(scores[number])) {
                    part.add(scores[number], number);
                }
            }
            shared.giveBack(part);
        }
        float least = (float) IntStream.range(0, count).mapToDouble(number -> -scores[number]).sorted()
                .map(score -> -score).skip(wanted - 1).findFirst().orElseThrow();
        assertThat(shared.numbers()).hasSize(wanted).doesNotHaveDuplicates().isEqualTo(shared.numbers());
        assertThat(Arrays.stream(shared.numbers()).mapToDouble(number -> scores[number])).allMatch(s -> s >= least);
    }

    @RepeatedTest(20)
    void threadsFindTogetherWhatOneWouldFind() throws Exception {
        int count = 40_000;
        int wanted = 1 + random.nextInt(3_000);
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(ranks, random);
        NearestSketches.Shared shared = new NearestSketches.Shared(wanted);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < count; from += 1_000) {
            int begin = from;
            tasks.add(() -> {
                NearestSketches part = shared.take();
                for (int number = begin; number < begin + 1_000; number++) {
                    if (part.wants(ranks.get(number))) {
                        part.add(ranks.get(number), number);
                    }
                }
                shared.giveBack(part);
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(shared.numbers()).containsExactly(
                IntStream.range(0, count).filter(number -> ranks.get(number) >= count - wanted).toArray());
    }
}
