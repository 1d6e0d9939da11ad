package semblance.app.window.grid;

import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

class TileMeasureTest {
    @Test
    void tilesGrowUntilTheyFillTheWidth() {
        assertThat(TileMeasure.of(1000, 184)).isEqualTo(new TileMeasure(5, 195));
    }

    @Test
    void tilesShrinkALittleRatherThanGrowByHalf() {
        assertThat(TileMeasure.of(560, 184)).isEqualTo(new TileMeasure(3, 182));
    }

    @Test
    void aSingleTileIsAsWideAsThereIsRoom() {
        assertThat(TileMeasure.of(100, 184)).isEqualTo(new TileMeasure(1, 100));
    }

    @RepeatedTest(5)
    void tilesFillTheWidthWithTheNumberThatComesNearestToTheWish() {
        Seed seed = Seed.next("TileMeasureTest");
        Random random = seed.random();
        double wished = random.nextDouble(40, 400);
        double width = random.nextDouble(wished, 3000);

        TileMeasure measure = TileMeasure.of(width, wished);

        double used = measure.columns() * measure.size() + (measure.columns() - 1) * TileMeasure.GAP;
        double fitting = (width + TileMeasure.GAP) / (wished + TileMeasure.GAP);
        assertThat((double) measure.columns()).isBetween(fitting - 0.5, fitting + 0.5);
        assertThat(used).isBetween(width - measure.columns(), width);
    }
}
