package semblance.model.preprocess;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.model.RgbImage;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

final class ResizeTest {
    private static final int LARGEST_SIDE = 90;

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void smoothPicturesMatchTheDefinitionOfEachKernel(Interpolation interpolation) {
        Random random = Seed.next("ResizeTest.kernels").random();
        for (int round = 0; round < 10; round++) {
            RgbImage image = gradient(side(random), side(random));
            int width = side(random);
            int height = side(random);

            byte[] resized = new Resize(ResizeAxis.of(interpolation, image.width(), width, 0, width),
                    ResizeAxis.of(interpolation, image.height(), height, 0, height)).apply(image);

            double[] expected = new ReferenceResize(interpolation, width, height).apply(image);
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs((resized[i] & 0xff) - expected[i])).isLessThan(1.2);
            }
        }
    }

    @RepeatedTest(20)
    void everyPixelIsWithinRoundingOfTheDefinition() {
        Random random = Seed.next("ResizeTest.definition").random();
        RgbImage image = noise(random, side(random), side(random));
        int width = side(random);
        int height = side(random);

        byte[] resized = full(image, width, height);

        double[] expected = new ReferenceResize(Interpolation.BICUBIC, width, height).apply(image);
        double[] difference = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            difference[i] = Math.abs((resized[i] & 0xff) - Math.clamp(expected[i], 0, 255));
        }
        // Half a step of the second pass, plus half a step of the first times the kernel's absolute sum; a first pass
        // that overshoots is clamped, which the definition does not do, so only the bulk is held to that.
        Arrays.sort(difference);
        assertThat(difference[(int) (0.9 * (difference.length - 1))]).as("%s to %dx%d", image, width, height)
                .isLessThan(1.2);
        assertThat(Arrays.stream(difference).average().orElseThrow()).isLessThan(0.5);
    }

    @RepeatedTest(20)
    void smoothPicturesMatchTheDefinitionEverywhere() {
        Random random = Seed.next("ResizeTest.smooth").random();
        RgbImage image = gradient(side(random), side(random));
        int width = side(random);
        int height = side(random);

        byte[] resized = full(image, width, height);

        double[] expected = new ReferenceResize(Interpolation.BICUBIC, width, height).apply(image);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs((resized[i] & 0xff) - expected[i])).isLessThan(1.2);
        }
    }

    @RepeatedTest(30)
    void aPartIsTheSameBitsAsTheWholeCroppedAfterwards() {
        Random random = Seed.next("ResizeTest.part").random();
        RgbImage image = noise(random, side(random), side(random));
        int width = side(random);
        int height = side(random);
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        int columns = 1 + random.nextInt(width - left);
        int rows = 1 + random.nextInt(height - top);

        byte[] part = new Resize(ResizeAxis.of(Interpolation.BICUBIC, image.width(), width, left, columns),
                ResizeAxis.of(Interpolation.BICUBIC, image.height(), height, top, rows)).apply(image);

        byte[] whole = full(image, width, height);
        byte[] cropped = new byte[part.length];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(whole, 3 * ((top + y) * width + left), cropped, 3 * y * columns, 3 * columns);
        }
        assertThat(part).isEqualTo(cropped);
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        RgbImage image = noise(Seed.next("ResizeTest.same").random(), 31, 17);

        assertThat(full(image, 31, 17)).isEqualTo(image.pixels());
    }

    @Test
    void blackAndWhiteStayInRangeWhereTheKernelOvershoots() {
        byte[] pixels = new byte[3 * 8 * 8];
        Arrays.fill(pixels, 0, pixels.length / 2, (byte) 255);

        byte[] resized = full(new RgbImage(8, 8, pixels), 64, 64);

        assertThat(resized[0]).isEqualTo((byte) 255);
        assertThat(resized[resized.length - 1]).isEqualTo((byte) 0);
        for (int y = 1; y < 64; y++) {
            assertThat(resized[3 * 64 * y] & 0xff).isLessThanOrEqualTo(resized[3 * 64 * (y - 1)] & 0xff);
        }
    }

    private static byte[] full(RgbImage image, int width, int height) {
        return new Resize(ResizeAxis.of(Interpolation.BICUBIC, image.width(), width, 0, width),
                ResizeAxis.of(Interpolation.BICUBIC, image.height(), height, 0, height)).apply(image);
    }

    private static int side(Random random) {
        return 1 + random.nextInt(LARGEST_SIDE);
    }

    private static RgbImage noise(Random random, int width, int height) {
        return Pictures.random(random, width, height);
    }

    private static RgbImage gradient(int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            pixels[i] = (byte) (40 + 80 * x / width + 80 * y / height + 10 * (i % 3));
        }
        return new RgbImage(width, height, pixels);
    }
}
