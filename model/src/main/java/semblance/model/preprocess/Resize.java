package semblance.model.preprocess;

import semblance.model.RgbImage;

/// An antialiased resize of which only a rectangle is computed: bit for bit the same pixels as a full resize
/// that is cropped afterwards. Columns first, rounded to 8 bits, then rows, as Pillow does it.
///
/// Each input row is shrunk to a line once and added at once to the sums of all output rows that it has a share in. So
/// memory depends on the output and on one input row, however long a panorama is. Immutable and thread-safe.
final class Resize {
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
        LineShrinker shrinker = new LineShrinker(image, columns);
        int[] first = new int[3 * columns.count()];
        int[] second = new int[first.length];
        int[] sums = new int[first.length * rows.count()];
        int end = rows.end(rows.count() - 1);
        int from = 0;
        for (int y = rows.start(0); y < end; y += 2) {
            int next = Math.min(y + 1, end - 1);
            shrinker.shrink(y, next, first, second);
            while (rows.end(from) <= y) {
                from++;
            }
            for (int row = from; row < rows.count() && rows.start(row) <= next; row++) {
                int weight = rows.weight(row, y);
                add(first, weight, second, next == y ? 0 : rows.weight(row, next), sums, row * first.length);
            }
        }
        byte[] pixels = new byte[sums.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ResizeAxis.round(sums[i]);
        }
        return pixels;
    }

    private static void add(int[] first, int firstWeight, int[] second, int secondWeight, int[] sums, int at) {
        for (int i = 0; i < first.length; i++) {
            sums[at + i] += firstWeight * first[i] + secondWeight * second[i];
        }
    }
}
