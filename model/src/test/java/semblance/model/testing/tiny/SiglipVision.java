package semblance.model.testing.tiny;

import java.util.List;

/// SigLIP's vision transformer: patches without a class token, pooled by the attention of a learned probe to them.
record SiglipVision(Weights weights) implements TinyImageTower {
    static final int WIDTH = 24;
    private static final int PATCH = 8;
    private static final int PLACES = (SIZE / PATCH) * (SIZE / PATCH);

    @Override
    public String write(GraphWriter graph, String pixels) {
        Transformer blocks = blocks();
        String patches = graph.node("Conv", List.of(pixels, graph.tensor(kernels())),
                GraphWriter.whole("strides", PATCH, PATCH));
        String tokens = graph.transpose(graph.reshape(patches, 0, WIDTH, -1), 0, 2, 1);
        String placed = graph.add(graph.add(tokens, graph.tensor(blocks.bias("patches"))), graph.tensor(positions()));
        String state = graph.norm(blocks.write(graph, placed, null), blocks.scale("post"), blocks.bias("post"));
        String count = graph.node("Slice",
                List.of(graph.node("Shape", List.of(pixels)), graph.whole(0), graph.whole(1)));
        String shape = graph.node("Concat", List.of(count, graph.whole(1, WIDTH)), GraphWriter.whole("axis", 0));
        String probe = graph.node("Expand", List.of(graph.tensor(probe()), shape));
        String mixed = blocks.attention(graph, "pool", probe, state, null);
        String pooled = graph.reshape(graph.add(mixed, blocks.perceptron(graph, "pool", mixed)), 0, WIDTH);
        // Output 0 of such exports is not the one to take.
        graph.output(state, "last_hidden_state", "n", String.valueOf(PLACES), String.valueOf(WIDTH));
        return pooled;
    }

    @Override
    public double[] forward(double[][][] pixels) {
        Transformer blocks = blocks();
        double[][] tokens = Maths.tokens(Maths.convolution(pixels, kernels(), PATCH, 0));
        for (int row = 0; row < PLACES; row++) {
            for (int i = 0; i < WIDTH; i++) {
                tokens[row][i] += blocks.bias("patches").values()[i] + positions().at(row, i);
            }
        }
        double[][] state = Maths.norm(blocks.forward(tokens, false), blocks.scale("post"), blocks.bias("post"));
        double[][] query = new double[1][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            query[0][i] = probe().values()[i];
        }
        double[][] mixed = blocks.attention("pool", query, state, false);
        return Maths.plus(mixed, blocks.perceptron("pool", mixed))[0];
    }

    private Transformer blocks() {
        return new Transformer(weights, "vision", 2, WIDTH, 3, Gelu.TANH);
    }

    private Tensor kernels() {
        return weights.normal("patches", WIDTH, 3, PATCH, PATCH);
    }

    private Tensor probe() {
        return weights.normal("probe", WIDTH);
    }

    private Tensor positions() {
        return weights.normal("places", PLACES, WIDTH);
    }
}
