package semblance.indexer.catalog;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.metadata.GeoPoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GeoBoxTest {
    private static boolean holds(GeoBox box, double latitude, double longitude) {
        return box.latitudes().from() <= latitude && latitude <= box.latitudes().to()
                && box.longitudes().stream().anyMatch(range -> range.from() <= longitude && longitude <= range.to());
    }

    @ParameterizedTest
    @CsvSource({"51.4778, -0.0015, 48.8584, 2.2945, 334.0", "0, 179.9, 0, -179.9, 22.239", "89.9, 0, 89.9, 180, 22.239",
        "40.689247, -74.044502, -33.857198, 151.215125, 15984", "10, 20, 10, 20, 0"})
    void distancesAreThoseOfTheSphere(double latitude, double longitude, double otherLatitude, double otherLongitude,
            double kilometres) {
        assertThat(new GeoPoint(latitude, longitude, null).metresTo(otherLatitude, otherLongitude) / 1000)
                .isCloseTo(kilometres, within(0.0001 * kilometres + 1e-9));
    }

    @Test
    void theOtherSideOfTheDateLineIsNear() {
        GeoBox box = GeoBox.around(-17, 179.95, 20_000);

        assertThat(holds(box, -17, -179.95)).isTrue();
        assertThat(holds(box, -17, 179.9)).isTrue();
        assertThat(holds(box, -17, 179.7)).isFalse();
        assertThat(holds(box, -17, 0)).isFalse();
    }

    @Test
    void noPlaceWithinTheRadiusLiesOutside() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int inside = 0;
        for (int i = 0; i < 200_000; i++) {
            double latitude = Math.clamp(95 * random.nextGaussian() / 1.5, -90, 90);
            double longitude = random.nextInt(4) == 0
                    ? Math.copySign(180 - random.nextDouble(), random.nextDouble() - 0.5)
                    : 360 * random.nextDouble() - 180;
            double metres = Math.pow(10, 1 + 6.3 * random.nextDouble());
            double spread = 4 * Math.toDegrees(metres / 6_371_008.8);
            double otherLatitude = Math.clamp(latitude + spread * (random.nextDouble() - 0.5), -90, 90);
            double otherLongitude = Math.IEEEremainder(longitude + spread * (random.nextDouble() - 0.5)
                    / Math.max(0.01, Math.cos(Math.toRadians(latitude))), 360);
            if (new GeoPoint(latitude, longitude, null).metresTo(otherLatitude, otherLongitude) <= metres) {
                inside++;
                assertThat(holds(GeoBox.around(latitude, longitude, metres), otherLatitude, otherLongitude))
                        .as("%s,%s within %s m of %s,%s, seed %d", otherLatitude, otherLongitude, metres, latitude,
                                longitude, seed)
                        .isTrue();
            }
        }
        assertThat(inside).as("seed %d", seed).isGreaterThan(20_000);
    }
}
