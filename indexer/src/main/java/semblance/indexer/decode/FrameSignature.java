package semblance.indexer.decode;

import semblance.model.RgbImage;

/// A frame in very few pixels: enough to tell whether it shows anything, and whether the next one shows the same.
final class FrameSignature {
    private static final int CELLS = 16;
    /// Of 255: noise of dark recordings, and what compression leaves of a black frame.
    private static final double BLANK = 4;
    private static final double SAME_ON_AVERAGE = 1.5;
    private static final double SAME_ANYWHERE = 10;

    private final double[] means = new double[CELLS * CELLS * 3];
    private final double deviation;

    FrameSignature(RgbImage image) {
        int[] counts = new int[CELLS * CELLS];
        double sum = 0;
        double squares = 0;
        byte[] pixels = image.pixels();
        int index = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int cell = y * CELLS / image.height() * CELLS + x * CELLS / image.width();
                counts[cell]++;
                for (int channel = 0; channel < 3; channel++) {
                    int value = pixels[index++] & 0xff;
                    means[3 * cell + channel] += value;
                    sum += value;
                    squares += (double) value * value;
                }
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= Math.max(1, counts[i / 3]);
        }
        double mean = sum / index;
        // All channels together: a plain colour deviates from grey everywhere alike, and that is taken out below.
        double within = squares / index - mean * mean;
        deviation = Math.sqrt(Math.max(0, within - betweenChannels(pixels, mean)));
    }

    private static double betweenChannels(byte[] pixels, double mean) {
        double squares = 0;
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int i = channel; i < pixels.length; i += 3) {
                sum += pixels[i] & 0xff;
            }
            double difference = sum / (pixels.length / 3.0) - mean;
            squares += difference * difference / 3;
        }
        return squares;
    }

    /// Whether the frame is of one colour.
    boolean isBlank() {
        return deviation < BLANK;
    }

    /// Whether another frame shows the same, up to noise and the smallest movements.
    boolean isLike(FrameSignature other) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double difference = Math.abs(means[i] - other.means[i]);
            if (difference > SAME_ANYWHERE) {
                return false;
            }
            sum += difference;
        }
        return sum / means.length < SAME_ON_AVERAGE;
    }
}
