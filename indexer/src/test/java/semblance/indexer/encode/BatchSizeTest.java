package semblance.indexer.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSizeTest {
    private static final List<Integer> CANDIDATES = List.of(2, 4, 8);
    private static final int BATCHES = CANDIDATES.size() * BatchSize.ROUNDS;

    private final List<Integer> chosen = new ArrayList<>();
    private final BatchSize size = new BatchSize(CANDIDATES, OptionalInt.empty(), chosen::add);

    /// Encodes so many full batches.
    private List<Integer> encode(int batches, Map<Integer, Long> nanosPerPicture) {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            int pictures = size.next();
            sizes.add(pictures);
            size.took(pictures, pictures * nanosPerPicture.getOrDefault(pictures, 0L));
        }
        return sizes;
    }

    @Test
    void sizesTakeTurnsUntilAllAreMeasured() {
        List<Integer> sizes = encode(BATCHES + 2, Map.of(2, 300L, 4, 200L, 8, 100L));

        assertThat(sizes).startsWith(2, 4, 8, 2, 4, 8).endsWith(8, 8, 8);
        assertThat(sizes.subList(0, BATCHES)).filteredOn(pictures -> pictures == 2).hasSize(BatchSize.ROUNDS);
        assertThat(chosen).containsExactly(8);
    }

    @Test
    void aLargerSizeHasToBeWorthIt() {
        encode(BATCHES, Map.of(2, 120L, 4, 104L, 8, 100L));

        assertThat(chosen).containsExactly(4);
        assertThat(size.next()).isEqualTo(4);
    }

    @Test
    void theFirstRoundWarmsUp() {
        encode(CANDIDATES.size(), Map.of(2, 100L, 4, 90_000L, 8, 90_000L));
        encode(BATCHES - CANDIDATES.size(), Map.of(2, 200L, 4, 100L, 8, 100L));

        assertThat(chosen).containsExactly(4);
    }

    @Test
    void slowBatchesBesideOtherWorkDecideNothing() {
        encode(2 * CANDIDATES.size(), Map.of(2, 100L, 4, 200L, 8, 200L));
        encode(BATCHES - 2 * CANDIDATES.size(), Map.of(2, 90_000L, 4, 200L, 8, 200L));

        assertThat(chosen).containsExactly(2);
    }

    @Test
    void aBatchThatIsNotFullSaysNothing() {
        encode(2, Map.of(2, 100L, 4, 100L));

        size.took(3, 1);
        size.took(1, 1);

        assertThat(size.next()).isEqualTo(8);
        assertThat(chosen).isEmpty();
    }

    @Test
    void aKnownSizeIsNotMeasured() {
        BatchSize known = new BatchSize(CANDIDATES, OptionalInt.of(4), chosen::add);

        for (int i = 0; i < BATCHES; i++) {
            known.took(4, 1);
        }

        assertThat(known.next()).isEqualTo(4);
        assertThat(chosen).isEmpty();
    }
}
