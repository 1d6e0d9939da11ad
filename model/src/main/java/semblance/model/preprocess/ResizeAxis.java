package semblance.model.preprocess;

/// One axis of an antialiased resize: for each output position of a range, the window of input positions that
/// it is a weighted sum of. Weights are fixed-point numbers that add up to about `1 << PRECISION_BITS`.
///
/// Windows, normalisation and rounding follow Pillow's 8-bit path, whose sums fit an int: 8 bits of pixel and 2 bits of
/// headroom for the negative lobes leave 22 bits for a weight.
///
/// Starts and ends of the windows never decrease from one position to the next. Immutable.
final class ResizeAxis {
    private static final int PRECISION_BITS = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION_BITS - 1);

    private final int[] starts;
    private final int[][] weights;

    private ResizeAxis(int[] starts, int[][] weights) {
        this.starts = starts;
        this.weights = weights;
    }

    /// The part of a resize from `input` to `output` positions that the output positions from `first` on need.
    ///
    /// @param output may exceed an int: the long side of a one pixel wide panorama does after upscaling
    /// @param count  number of output positions, `first + count <= output`
    static ResizeAxis of(Interpolation interpolation, int input, long output, long first, int count) {
        int[] starts = new int[count];
        int[][] weights = new int[count][];
        double scale = (double) input / output;
        double stretch = Math.max(scale, 1);
        double support = interpolation.support() * stretch;
        for (int i = 0; i < count; i++) {
            double center = (first + i + 0.5) * scale;
            int start = Math.max((int) (center - support + 0.5), 0);
            int end = (int) Math.min(center + support + 0.5, input);
            starts[i] = start;
            weights[i] = fixedPoint(window(interpolation, start, end, center, stretch));
        }
        return new ResizeAxis(starts, weights);
    }

    int count() {
        return starts.length;
    }

    /// First input position of the window of the i-th output position.
    int start(int i) {
        return starts[i];
    }

    /// First input position behind the window of the i-th output position.
    int end(int i) {
        return starts[i] + weights[i].length;
    }

    /// Weights of the window of the i-th output position; not to be written to.
    int[] weights(int i) {
        return weights[i];
    }

    /// Weight of an input position for the i-th output position; 0 outside of its window.
    int weight(int i, int position) {
        return position < starts[i] || position >= end(i) ? 0 : weights[i][position - starts[i]];
    }

    /// A weighted sum as a value of 8 bits. Written so that a loop of it becomes vector instructions, which it does not
    /// with `Math.clamp`.
    static int round(int sum) {
        return Math.min(Math.max((sum + HALF) >> PRECISION_BITS, 0), 255);
    }

    private static double[] window(Interpolation interpolation, int start, int end, double center,
            double stretch) {
        double[] window = new double[end - start];
        double inverse = 1 / stretch;
        double sum = 0;
        for (int i = 0; i < window.length; i++) {
            window[i] = interpolation.kernel((i + start - center + 0.5) * inverse);
            sum += window[i];
        }
        for (int i = 0; i < window.length; i++) {
            window[i] /= sum;
        }
        return window;
    }

    private static int[] fixedPoint(double[] window) {
        int[] fixed = new int[window.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) (window[i] * (1 << PRECISION_BITS) + Math.copySign(0.5, window[i]));
        }
        return fixed;
    }
}
