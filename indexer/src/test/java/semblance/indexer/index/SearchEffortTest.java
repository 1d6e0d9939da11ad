package semblance.indexer.index;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchEffortTest {
    private final SearchEffort effort = new SearchEffort(4, 460, 1_024, 8_192, 1_000);

    @Test
    void fewPhotosTakeAsManyNeighboursAsAHundredAndManyTakeMore() {
        assertThat(effort.neighbours(10)).isEqualTo(460);
        assertThat(effort.neighbours(1_000)).isEqualTo(4_000);
        assertThat(effort.seeds(10)).isEqualTo(1_024);
        assertThat(effort.seeds(1_000)).isEqualTo(4_000);
        assertThat(effort.readings(100, 1_000_000)).isEqualTo(8_192);
        assertThat(effort.readings(1_000, 1_000_000)).isEqualTo(64_000);
    }

    @Test
    void candidatesAreTenTimesTheWantedButNoMoreThanThereAre() {
        assertThat(effort.candidates(10, 1_000_000)).isEqualTo(8_192);
        assertThat(effort.candidates(1_000, 1_000_000)).isEqualTo(10_000);
        assertThat(effort.candidates(1_000, 5_000)).isEqualTo(5_000);
    }

    @Test
    void whereGraphsAreYetToBeMadeMoreIsScoredAfterTheSketches() {
        assertThat(effort.besideGraphs(100, 8_000)).isEqualTo(1_024);
        assertThat(effort.besideGraphs(100, 40_000)).isEqualTo(5_000);
        assertThat(effort.besideGraphs(100, 300_000)).isEqualTo(8_192);
    }

    @Test
    void whoAsksForMuchOfTheLibraryGetsItScored() {
        assertThat(effort.isMost(31_250, 1_000_000)).isFalse();
        assertThat(effort.isMost(31_251, 1_000_000)).isTrue();
    }

    @Test
    void askingForEverythingThereCouldBeOverflowsNothing() {
        int all = Integer.MAX_VALUE;
        assertThat(effort.isMost(all, all)).isTrue();
        assertThat(effort.neighbours(all)).isPositive();
        assertThat(effort.seeds(all)).isPositive();
        assertThat(effort.candidates(all, all)).isPositive();
        assertThat(effort.readings(all, all)).isPositive();
    }

    @Test
    void partsAreWholeBlocks() {
        assertThat(effort.part()).isEqualTo(2 * SignBlocks.SIZE);
    }
}
