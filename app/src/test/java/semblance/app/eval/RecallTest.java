package semblance.app.eval;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecallTest {
    @Test
    void sharesCountRanksUpToAndIncludingK() {
        Recall recall = Recall.of(new int[]{1, 5, 6, 10, 11});

        assertThat(recall.r1()).isEqualTo(1 / 5.0);
        assertThat(recall.r5()).isEqualTo(2 / 5.0);
        assertThat(recall.r10()).isEqualTo(4 / 5.0);
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleRank() {
        assertThat(Recall.of(new int[]{40, 2, 7}).medianRank()).isEqualTo(7);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Recall.of(new int[]{9, 1, 4, 2}).medianRank()).isEqualTo(3);
        assertThat(Recall.of(new int[]{1, 4}).medianRank()).isEqualTo(2.5);
    }

    @Test
    void theRanksAreLeftAsTheyWere() {
        int[] ranks = {3, 1, 2};

        Recall.of(ranks);

        assertThat(ranks).containsExactly(3, 1, 2);
    }
}
