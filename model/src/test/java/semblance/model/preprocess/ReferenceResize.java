package semblance.model.preprocess;

import semblance.model.RgbImage;

/// The definition of an antialiased resize, in double precision and without any rounding between the passes: what
/// the fast one has to come close to.
record ReferenceResize(Interpolation interpolation, int width, int height) {

    /// Resizes the whole picture.
    ///
    /// @return not clamped and not rounded, `[height, width, 3]`
    double[] apply(RgbImage image) {
        double[] result = new double[3 * width * height];
        for (int y = 0; y < height; y++) {
            double[] rows = weights(interpolation, image.height(), height, y);
            for (int x = 0; x < width; x++) {
                double[] columns = weights(interpolation, image.width(), width, x);
                for (int channel = 0; channel < 3; channel++) {
                    result[3 * (y * width + x) + channel] = sum(image, rows, columns, channel);
                }
            }
        }
        return result;
    }

    private static double sum(RgbImage image, double[] rows, double[] columns, int channel) {
        double sum = 0;
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length && rows[y] != 0; x++) {
                sum += rows[y] * columns[x] * (image.pixels()[3 * (y * image.width() + x) + channel] & 0xff);
            }
        }
        return sum;
    }

    private static double[] weights(Interpolation interpolation, int input, int output, int position) {
        double scale = (double) input / output;
        double center = (position + 0.5) * scale;
        double[] weights = new double[input];
        double sum = 0;
        for (int i = 0; i < input; i++) {
            weights[i] = kernel(interpolation, Math.abs(i + 0.5 - center) / Math.max(1, scale));
            sum += weights[i];
        }
        for (int i = 0; i < input; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double kernel(Interpolation interpolation, double x) {
        return switch (interpolation) {
            case BILINEAR -> Math.max(0, 1 - x);
            case BICUBIC -> keys(x);
            case LANCZOS -> x >= 3
                    ? 0
                    : x == 0
                            ? 1
                            : 3 * Math.sin(Math.PI * x) * Math.sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x);
        };
    }

    /// The textbook form of Keys' kernel with a = -0.5.
    private static double keys(double x) {
        if (x <= 1) {
            return 1.5 * x * x * x - 2.5 * x * x + 1;
        }
        return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
    }
}
