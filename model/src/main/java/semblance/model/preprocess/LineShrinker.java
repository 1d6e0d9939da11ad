package semblance.model.preprocess;

import semblance.model.RgbImage;

/// The first half of a resize: rows of a picture, shrunk to the columns of the result and rounded to 8 bits.
///
/// Two rows are shrunk with one multiplication a value, one row in the lower half of a 64-bit number and one in the upper:
/// the sums of a row fit 32 bits with their sign ([ResizeAxis]), so that the halves can be told apart in the end. Not
/// thread-safe.
final class LineShrinker {
    private final RgbImage image;
    private final ResizeAxis columns;
    private final int from;
    private final long[] pairs;

    LineShrinker(RgbImage image, ResizeAxis columns) {
        this.image = image;
        this.columns = columns;
        from = 3 * columns.start(0);
        pairs = new long[3 * columns.end(columns.count() - 1) - from];
    }

    /// Shrinks two rows, which may be the same.
    ///
    /// @param upper gets row `y`, `[columns, 3]`
    /// @param lower gets row `next`
    void shrink(int y, int next, int[] upper, int[] lower) {
        pair(image.pixels(), 3 * image.width() * y + from, 3 * image.width() * next + from);
        for (int column = 0; column < columns.count(); column++) {
            shrink(columns.weights(column), 3 * columns.start(column) - from, upper, lower, 3 * column);
        }
        round(upper);
        round(lower);
    }

    private void pair(byte[] pixels, int y, int next) {
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (pixels[y + i] & 0xff) | (long) (pixels[next + i] & 0xff) << Integer.SIZE;
        }
    }

    private void shrink(int[] weights, int at, int[] upper, int[] lower, int to) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int pixel = at;
        for (int weight : weights) {
            red += weight * pairs[pixel];
            green += weight * pairs[pixel + 1];
            blue += weight * pairs[pixel + 2];
            pixel += 3;
        }
        upper[to] = (int) red;
        upper[to + 1] = (int) green;
        upper[to + 2] = (int) blue;
        lower[to] = second(red);
        lower[to + 1] = second(green);
        lower[to + 2] = second(blue);
    }

    /// A negative sum of the first row has borrowed from the second's.
    private static int second(long sums) {
        return (int) ((sums - (int) sums) >> Integer.SIZE);
    }

    private static void round(int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = ResizeAxis.round(sums[i]);
        }
    }
}
