package semblance.indexer.index;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

class NearestSketchesTest {
    private final Random random = Seed.next("NearestSketchesTest").random();

    @Test
    void theBestAreKeptWhicheverPartFoundThem() {
        int count = 1 + random.nextInt(5_000);
        int wanted = 1 + random.nextInt(200);
        float[] scores = new float[count];
        NearestSketches all = new NearestSketches(wanted);
        for (int from = 0; from < count; from += 700) {
            NearestSketches part = new NearestSketches(wanted);
            for (int doc = from; doc < Math.min(count, from + 700); doc++) {
                scores[doc] = random.nextFloat() - 0.5f;
                if (part.wants(scores[doc])) {
                    part.add(scores[doc], doc);
                }
            }
            all.addAll(part);
        }
        int[] expected = IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble((Integer doc) -> -scores[doc])).limit(wanted).sorted()
                .mapToInt(Integer::intValue).toArray();
        assertThat(all.docs()).contains(expected).hasSizeLessThanOrEqualTo(2 * wanted);
    }
}
