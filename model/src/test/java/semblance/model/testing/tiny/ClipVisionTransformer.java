package semblance.model.testing.tiny;

import java.util.List;

/// CLIP's vision transformer: patches behind a class token, whose last state is projected.
record ClipVisionTransformer(Weights weights, Gelu gelu, int dimension) implements TinyImageTower {
    private static final int WIDTH = 24;
    private static final int PATCH = 8;
    private static final int PLACES = (SIZE / PATCH) * (SIZE / PATCH);

    @Override
    public String write(GraphWriter graph, String pixels) {
        String patches = graph.node("Conv", List.of(pixels, graph.tensor(kernels())),
                GraphWriter.whole("strides", PATCH, PATCH));
        String tokens = graph.transpose(graph.reshape(patches, 0, WIDTH, -1), 0, 2, 1);
        String count = graph.node("Slice",
                List.of(graph.node("Shape", List.of(pixels)), graph.whole(0), graph.whole(1)));
        String shape = graph.node("Concat", List.of(count, graph.whole(1, WIDTH)), GraphWriter.whole("axis", 0));
        String first = graph.node("Expand", List.of(graph.tensor(classToken()), shape));
        String all = graph.node("Concat", List.of(first, tokens), GraphWriter.whole("axis", 1));
        String placed = graph.add(all, graph.tensor(positions()));
        Transformer blocks = blocks();
        String state = blocks.write(graph, graph.norm(placed, blocks.scale("pre"), blocks.bias("pre")), null);
        String pooled = graph.node("Gather", List.of(state, graph.whole(0)), GraphWriter.whole("axis", 1));
        String flat = graph.reshape(pooled, 0, WIDTH);
        return graph.matrix(graph.norm(flat, blocks.scale("post"), blocks.bias("post")), graph.tensor(projection()));
    }

    @Override
    public double[] forward(double[][][] pixels) {
        double[][] patches = Maths.tokens(Maths.convolution(pixels, kernels(), PATCH, 0));
        double[][] tokens = new double[PLACES + 1][WIDTH];
        for (int row = 0; row < tokens.length; row++) {
            for (int i = 0; i < WIDTH; i++) {
                tokens[row][i] = (row == 0 ? classToken().values()[i] : patches[row - 1][i]) + positions().at(row, i);
            }
        }
        Transformer blocks = blocks();
        double[][] state = blocks.forward(Maths.norm(tokens, blocks.scale("pre"), blocks.bias("pre")), false);
        double[][] pooled = Maths.norm(new double[][]{state[0]}, blocks.scale("post"), blocks.bias("post"));
        return Maths.matrix(pooled, projection())[0];
    }

    private Transformer blocks() {
        return new Transformer(weights, "vision", 2, WIDTH, 3, gelu);
    }

    private Tensor kernels() {
        return weights.normal("patches", WIDTH, 3, PATCH, PATCH);
    }

    private Tensor classToken() {
        return weights.normal("class", WIDTH);
    }

    private Tensor positions() {
        return weights.normal("places", PLACES + 1, WIDTH);
    }

    private Tensor projection() {
        return weights.normal("visual projection", WIDTH, dimension);
    }
}
