package semblance.model.testing.tiny;

import java.util.List;

/// CLIP's residual network: a stem, a bottleneck around a shortcut, and attention of the mean over all places to them.
record ClipResNet(Weights weights, int dimension) implements TinyImageTower {
    private static final int WIDTH = 16;
    private static final int PLACES = (SIZE / 4) * (SIZE / 4);

    @Override
    public String write(GraphWriter graph, String pixels) {
        String stem = relu(graph, convolution(graph, pixels, kernels("stem", 3, 3), 2));
        String inner = relu(graph, convolution(graph, stem, kernels("narrow", WIDTH, 1), 1));
        inner = relu(graph, convolution(graph, inner, kernels("middle", WIDTH, 3), 1));
        String shape = relu(graph, graph.add(stem, convolution(graph, inner, kernels("wide", WIDTH, 1), 1)));
        String pooled = graph.node("AveragePool", List.of(shape), GraphWriter.whole("kernel_shape", 2, 2),
                GraphWriter.whole("strides", 2, 2));
        String tokens = graph.transpose(graph.reshape(pooled, 0, WIDTH, -1), 0, 2, 1);
        String mean = graph.node("ReduceMean", List.of(tokens), GraphWriter.whole("axes", 1));
        String all = graph.add(graph.node("Concat", List.of(mean, tokens), GraphWriter.whole("axis", 1)),
                graph.tensor(positions()));
        String query = graph.node("Gather", List.of(all, graph.whole(0)), GraphWriter.whole("axis", 1));
        Transformer pool = pool();
        String mixed = graph.reshape(pool.attention(graph, "pool", query, all, null), 0, WIDTH);
        return graph.matrix(mixed, graph.tensor(projection()));
    }

    @Override
    public double[] forward(double[][][] pixels) {
        double[][][] stem = relu(Maths.convolution(pixels, kernels("stem", 3, 3), 2, 1));
        double[][][] inner = relu(Maths.convolution(stem, kernels("narrow", WIDTH, 1), 1, 0));
        inner = relu(Maths.convolution(inner, kernels("middle", WIDTH, 3), 1, 1));
        double[][][] wide = Maths.convolution(inner, kernels("wide", WIDTH, 1), 1, 0);
        for (int channel = 0; channel < WIDTH; channel++) {
            wide[channel] = Maths.plus(wide[channel], stem[channel]);
        }
        double[][] tokens = Maths.tokens(halved(relu(wide)));
        double[][] all = new double[PLACES + 1][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int row = 0; row < PLACES; row++) {
                all[0][i] += tokens[row][i] / PLACES;
                all[row + 1][i] = tokens[row][i] + positions().at(row + 1, i);
            }
            all[0][i] += positions().at(0, i);
        }
        double[][] mixed = pool().attention("pool", new double[][]{all[0]}, all, false);
        return Maths.matrix(mixed, projection())[0];
    }

    private static double[][][] relu(double[][][] x) {
        for (double[][] channel : x) {
            for (double[] row : channel) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.max(0, row[i]);
                }
            }
        }
        return x;
    }

    private static double[][][] halved(double[][][] x) {
        double[][][] result = new double[x.length][x[0].length / 2][x[0][0].length / 2];
        for (int channel = 0; channel < x.length; channel++) {
            for (int row = 0; row < x[0].length; row++) {
                for (int column = 0; column < x[0][0].length; column++) {
                    result[channel][row / 2][column / 2] += x[channel][row][column] / 4;
                }
            }
        }
        return result;
    }

    private static String relu(GraphWriter graph, String x) {
        return graph.node("Relu", List.of(x));
    }

    private static String convolution(GraphWriter graph, String x, Tensor kernels, int stride) {
        int padding = kernels.shape()[2] / 2;
        return graph.node("Conv", List.of(x, graph.tensor(kernels)), GraphWriter.whole("strides", stride, stride),
                GraphWriter.whole("pads", padding, padding, padding, padding));
    }

    private Transformer pool() {
        return new Transformer(weights, "pool", 0, WIDTH, 2, Gelu.QUICK);
    }

    private Tensor kernels(String name, int from, int side) {
        return weights.normal(name, WIDTH, from, side, side);
    }

    private Tensor positions() {
        return weights.normal("places", PLACES + 1, WIDTH);
    }

    private Tensor projection() {
        return weights.normal("visual projection", WIDTH, dimension);
    }
}
