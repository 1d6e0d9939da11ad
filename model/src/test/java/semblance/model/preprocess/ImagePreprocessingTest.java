package semblance.model.preprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.model.ImageCrop;
import semblance.model.RgbImage;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

final class ImagePreprocessingTest {
    private final ShortestSideCrop shortest = new ShortestSideCrop(160);
    private final Squash squash = new Squash(160);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 100000", "100000, 1", "2, 90001", "3, 2", "160, 160", "161, 160", "5000, 7"})
    void aFlatPictureOfAnySizeBecomesAFlatCrop(int width, int height) {
        RgbImage image = flat(width, height);

        assertThat(shortest.crop(image).pixels()).containsOnly(200);
        assertThat(squash.crop(image).pixels()).containsOnly(200);
    }

    /// Scaled up it is 160 x 2,240,000,000 pixels, of which 160 rows are computed.
    @Test
    void theLongSideMayExceedAnIntAfterScaling() {
        assertThat(shortest.crop(flat(1, 14_000_000)).pixels()).containsOnly(200);
    }

    /// The corner is worked out by hand as Python rounds: 0.5 to 0, 1.5 to 2, 2.5 to 2.
    @ParameterizedTest
    @CsvSource({"161, 0", "162, 1", "163, 2", "164, 2", "165, 2", "166, 3", "167, 4"})
    void theCornerOfTheCropIsRoundedHalfToEven(int width, int left) {
        RgbImage image = Pictures.random(new Random(1), width, 160);

        ImageCrop crop = shortest.crop(image);

        for (int y = 0; y < 160; y++) {
            int from = 3 * (y * width + left);
            assertThat(Arrays.copyOfRange(crop.pixels(), 480 * y, 480 * (y + 1)))
                    .isEqualTo(Arrays.copyOfRange(image.pixels(), from, from + 480));
        }
    }

    /// 160 * 107 / 75 is 228.27: scaled to 228 columns, not by the ratio of the short sides.
    @Test
    void theLongSideIsRoundedDownBeforeScaling() {
        RgbImage image = Pictures.random(new Random(2), 107, 75);
        byte[] whole = new Resize(ResizeAxis.of(Interpolation.BICUBIC, 107, 228, 0, 228),
                ResizeAxis.of(Interpolation.BICUBIC, 75, 160, 0, 160))
                .apply(image);

        byte[] crop = shortest.crop(image).pixels();

        for (int y = 0; y < 160; y++) {
            int from = 3 * (y * 228 + 34);
            assertThat(Arrays.copyOfRange(crop, 480 * y, 480 * (y + 1)))
                    .isEqualTo(Arrays.copyOfRange(whole, from, from + 480));
        }
    }

    @Test
    void aSquarePictureIsSeenAlikeByBoth() {
        RgbImage image = Pictures.random(Seed.next("ImagePreprocessingTest.square").random(), 333, 333);

        assertThat(shortest.crop(image).pixels()).isEqualTo(squash.crop(image).pixels());
    }

    /// Half the height is 8 of 16 rows, the picture's corner at row 4.
    @Test
    void aLetterboxShowsTheWholePictureBetweenBars() {
        RgbImage image = Pictures.random(Seed.next("ImagePreprocessingTest.letterbox").random(), 64, 32);

        byte[] crop = new Letterbox(16, Interpolation.BICUBIC, 7).crop(image).pixels();

        byte[] inner = new Resize(ResizeAxis.of(Interpolation.BICUBIC, 64, 16, 0, 16),
                ResizeAxis.of(Interpolation.BICUBIC, 32, 8, 0, 8)).apply(image);
        assertThat(Arrays.copyOfRange(crop, 3 * 16 * 4, 3 * 16 * 12)).isEqualTo(inner);
        assertThat(Arrays.copyOf(crop, 3 * 16 * 4)).containsOnly(7);
        assertThat(Arrays.copyOfRange(crop, 3 * 16 * 12, crop.length)).containsOnly(7);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 100000", "100000, 1", "3, 2", "160, 161"})
    void aLetterboxOfAFlatPictureHasItsColourInTheMiddle(int width, int height) {
        byte[] crop = new Letterbox(160, Interpolation.BICUBIC, 200).crop(flat(width, height)).pixels();

        assertThat(crop).containsOnly(200);
    }

    @Test
    void aSquarePictureFillsALetterbox() {
        RgbImage image = Pictures.random(new Random(3), 50, 50);

        assertThat(new Letterbox(160, Interpolation.BICUBIC, 0).crop(image).pixels())
                .isEqualTo(squash.crop(image).pixels());
    }

    @Test
    void manyThreadsShareOnePreprocessing() throws Exception {
        Random random = Seed.next("ImagePreprocessingTest.threads").random();
        List<RgbImage> images = Stream.generate(() -> Pictures.random(random, 300, 200)).limit(8).toList();
        List<byte[]> alone = images.stream().map(image -> shortest.crop(image).pixels()).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> crops = images.stream()
                    .<Callable<byte[]>>map(image -> () -> shortest.crop(image).pixels()).toList();
            List<Future<byte[]>> results = threads.invokeAll(crops);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    private static RgbImage flat(int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        Arrays.fill(pixels, (byte) 200);
        return new RgbImage(width, height, pixels);
    }
}
