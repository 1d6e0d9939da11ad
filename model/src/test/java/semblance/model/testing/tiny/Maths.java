package semblance.model.testing.tiny;

import java.util.Arrays;

/// The layers of the towers in plain double precision, straight from their definitions. Matrices are rows of tokens.
final class Maths {
    static final double EPSILON = 1e-5;

    private Maths() {
    }

    static double[][] norm(double[][] x, Tensor scale, Tensor bias) {
        double[][] result = new double[x.length][];
        for (int row = 0; row < x.length; row++) {
            double mean = Arrays.stream(x[row]).average().orElseThrow();
            double variance = Arrays.stream(x[row]).map(value -> (value - mean) * (value - mean)).average()
                    .orElseThrow();
            result[row] = new double[x[row].length];
            for (int i = 0; i < x[row].length; i++) {
                result[row][i] = (x[row][i] - mean) / Math.sqrt(variance + EPSILON) * scale.values()[i]
                        + bias.values()[i];
            }
        }
        return result;
    }

    /// `x · weight`.
    static double[][] matrix(double[][] x, Tensor weight) {
        int to = weight.shape()[1];
        double[][] result = new double[x.length][to];
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < to; column++) {
                for (int i = 0; i < x[row].length; i++) {
                    result[row][column] += x[row][i] * weight.at(i, column);
                }
            }
        }
        return result;
    }

    static double[][] linear(double[][] x, Tensor weight, Tensor bias) {
        double[][] result = matrix(x, weight);
        for (double[] row : result) {
            for (int i = 0; i < row.length; i++) {
                row[i] += bias.values()[i];
            }
        }
        return result;
    }

    static double[][] plus(double[][] left, double[][] right) {
        double[][] sum = new double[left.length][];
        for (int row = 0; row < left.length; row++) {
            sum[row] = left[row].clone();
            for (int i = 0; i < sum[row].length; i++) {
                sum[row][i] += right[row][i];
            }
        }
        return sum;
    }

    /// Attention of `heads` heads over slices of the columns.
    ///
    /// @param causal whether a row sees those before it and itself alone
    static double[][] attention(double[][] query, double[][] key, double[][] value, int heads, boolean causal) {
        int width = query[0].length;
        int slice = width / heads;
        double[][] result = new double[query.length][width];
        for (int head = 0; head < heads; head++) {
            for (int row = 0; row < query.length; row++) {
                int seen = causal ? row + 1 : key.length;
                double[] share = new double[seen];
                double sum = 0;
                for (int other = 0; other < seen; other++) {
                    double score = 0;
                    for (int i = head * slice; i < (head + 1) * slice; i++) {
                        score += query[row][i] * key[other][i];
                    }
                    share[other] = Math.exp(score / Math.sqrt(slice));
                    sum += share[other];
                }
                for (int other = 0; other < seen; other++) {
                    for (int i = head * slice; i < (head + 1) * slice; i++) {
                        result[row][i] += share[other] / sum * value[other][i];
                    }
                }
            }
        }
        return result;
    }

    /// A convolution of `[channels][height][width]` with square kernels `[out, in, side, side]`.
    static double[][][] convolution(double[][][] x, Tensor kernels, int stride, int padding) {
        int side = kernels.shape()[2];
        int height = (x[0].length + 2 * padding - side) / stride + 1;
        int width = (x[0][0].length + 2 * padding - side) / stride + 1;
        double[][][] result = new double[kernels.shape()[0]][height][width];
        for (int out = 0; out < result.length; out++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    result[out][row][column] = window(x, kernels, out, row * stride - padding,
                            column * stride - padding);
                }
            }
        }
        return result;
    }

    private static double window(double[][][] x, Tensor kernels, int out, int top, int left) {
        int side = kernels.shape()[2];
        double sum = 0;
        for (int in = 0; in < x.length; in++) {
            for (int row = Math.max(0, -top); row < side && top + row < x[in].length; row++) {
                for (int column = Math.max(0, -left); column < side && left + column < x[in][0].length; column++) {
                    int at = ((out * x.length + in) * side + row) * side + column;
                    sum += x[in][top + row][left + column] * kernels.values()[at];
                }
            }
        }
        return sum;
    }

    /// The tokens of `[channels][height][width]`: one a place, row by row.
    static double[][] tokens(double[][][] x) {
        int height = x[0].length;
        int width = x[0][0].length;
        double[][] tokens = new double[height * width][x.length];
        for (int place = 0; place < tokens.length; place++) {
            for (int channel = 0; channel < x.length; channel++) {
                tokens[place][channel] = x[channel][place / width][place % width];
            }
        }
        return tokens;
    }
}
