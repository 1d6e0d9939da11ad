package semblance.indexer.index;

import org.junit.jupiter.api.Test;

import semblance.indexer.index.BestPhotos.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class BestPhotosTest {
    private final BestPhotos best = new BestPhotos(2);

    @Test
    void aPhotoThatComesAgainTakesOnePlaceWithItsBestVector() {
        best.add(new Candidate(1, 0.2f, 10));
        best.add(new Candidate(1, 0.5f, 11));
        best.add(new Candidate(1, 0.3f, 12));
        assertThat(best.size()).isOne();
        best.add(new Candidate(2, 0.4f, 20));
        assertThat(best.least()).isEqualTo(0.4f);
        best.add(new Candidate(2, 0.6f, 21));
        assertThat(best.least()).isEqualTo(0.5f);
    }

    @Test
    void thereIsNoLeastBeforeThereAreEnough() {
        best.add(new Candidate(1, 0.2f, 10));
        assertThat(best.least()).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(best.wants(-1)).isTrue();
    }

    @Test
    void aPhotoThatWasPushedOutCanComeBack() {
        best.add(new Candidate(1, 0.1f, 10));
        best.add(new Candidate(2, 0.2f, 20));
        best.add(new Candidate(3, 0.3f, 30));
        assertThat(best.least()).isEqualTo(0.2f);
        best.add(new Candidate(1, 0.4f, 11));
        assertThat(best.least()).isEqualTo(0.3f);
        assertThat(best.size()).isEqualTo(2);
    }
}
