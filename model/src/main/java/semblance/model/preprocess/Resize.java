package semblance.model.preprocess;

import semblance.model.RgbImage;

/// An antialiased resize of which only a rectangle is computed: bit for bit the same pixels as a full resize
/// that is cropped afterwards. Columns first, rounded to 8 bits, then rows, as Pillow does it.
///
/// Each input row is shrunk to a line once and added at once to the sums of all output rows that it has a share in. So
/// memory depends on the output alone, however long a panorama is. Immutable and thread-safe.
final class Resize {
    private static final int HALF = 1 << (ResizeAxis.PRECISION_BITS - 1);

    private final ResizeAxis columns;
    private final ResizeAxis rows;

    Resize(ResizeAxis columns, ResizeAxis rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// Computes the rectangle.
    ///
    /// @return interleaved RGB of the rectangle, `[rows, columns, 3]`
    byte[] apply(RgbImage image) {
        int[] line = new int[3 * columns.count()];
        int[] sums = new int[line.length * rows.count()];
        int from = 0;
        int to = 0;
        for (int y = rows.start(0); y < rows.end(rows.count() - 1); y++) {
            while (to < rows.count() && rows.start(to) <= y) {
                to++;
            }
            while (rows.end(from) <= y) {
                from++;
            }
            shrink(image, y, line);
            for (int row = from; row < to; row++) {
                addWeighted(line, rows.weights(row)[y - rows.start(row)], sums, row * line.length);
            }
        }
        byte[] pixels = new byte[sums.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) round(sums[i]);
        }
        return pixels;
    }

    private void shrink(RgbImage image, int y, int[] line) {
        byte[] pixels = image.pixels();
        int row = 3 * image.width() * y;
        for (int column = 0; column < columns.count(); column++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            int pixel = row + 3 * columns.start(column);
            for (int weight : columns.weights(column)) {
                red += weight * (pixels[pixel] & 0xff);
                green += weight * (pixels[pixel + 1] & 0xff);
                blue += weight * (pixels[pixel + 2] & 0xff);
                pixel += 3;
            }
            line[3 * column] = round(red);
            line[3 * column + 1] = round(green);
            line[3 * column + 2] = round(blue);
        }
    }

    private static void addWeighted(int[] line, int weight, int[] sums, int at) {
        for (int i = 0; i < line.length; i++) {
            sums[at + i] += weight * line[i];
        }
    }

    private static int round(int sum) {
        return Math.clamp((sum + HALF) >> ResizeAxis.PRECISION_BITS, 0, 255);
    }
}
