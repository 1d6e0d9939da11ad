package semblance.model.testing.tiny;

import java.util.Arrays;
import java.util.List;

/// The text towers of both families: CLIP's sees backwards only, takes its last state where the highest id stands and
/// projects it; SigLIP's sees everything and takes the state of its last position.
record TinyTextTower(Weights weights, boolean clip, Gelu gelu, int vocabulary, int length, int dimension) {
    static final int WIDTH = 24;

    /// From ids `[n, up to length]`.
    String write(GraphWriter graph, String ids) {
        Transformer blocks = blocks();
        String words = graph.node("Gather", List.of(graph.tensor(words()), ids));
        String count = graph.node("Slice", List.of(graph.node("Shape", List.of(ids)), graph.whole(1), graph.whole(2)));
        String places = graph.node("Slice", List.of(graph.tensor(places()), graph.whole(0), count, graph.whole(0)));
        String mask = clip ? mask(graph, count) : null;
        String state = graph.norm(blocks.write(graph, graph.add(words, places), mask), blocks.scale("final"),
                blocks.bias("final"));
        if (clip) {
            String end = graph.node("ArgMax", List.of(ids), GraphWriter.whole("axis", 1),
                    GraphWriter.flag("keepdims", 1));
            String pooled = graph.node("GatherND", List.of(state, end), GraphWriter.flag("batch_dims", 1));
            return graph.matrix(pooled, graph.tensor(projection()));
        }
        graph.output(state, "last_hidden_state", "n", "length", String.valueOf(WIDTH));
        String last = graph.node("Gather", List.of(state, graph.whole(-1)), GraphWriter.whole("axis", 1));
        return graph.linear(graph.reshape(last, 0, WIDTH), projection(), weights.normal("head bias", dimension));
    }

    double[] forward(long[] ids) {
        Transformer blocks = blocks();
        double[][] tokens = new double[ids.length][WIDTH];
        for (int row = 0; row < ids.length; row++) {
            for (int i = 0; i < WIDTH; i++) {
                tokens[row][i] = words().at((int) ids[row], i) + places().at(row, i);
            }
        }
        double[][] state = Maths.norm(blocks.forward(tokens, clip), blocks.scale("final"), blocks.bias("final"));
        if (!clip) {
            return Maths.linear(new double[][]{state[ids.length - 1]}, projection(),
                    weights.normal("head bias", dimension))[0];
        }
        long highest = Arrays.stream(ids).max().orElseThrow();
        int end = 0;
        while (ids[end] != highest) {
            end++;
        }
        return Maths.matrix(new double[][]{state[end]}, projection())[0];
    }

    private String mask(GraphWriter graph, String count) {
        float[] values = new float[length * length];
        for (int row = 0; row < length; row++) {
            Arrays.fill(values, row * length + row + 1, (row + 1) * length, -1e9f);
        }
        String whole = graph.tensor(new Tensor(new int[]{length, length}, values));
        String rows = graph.node("Slice", List.of(whole, graph.whole(0), count, graph.whole(0)));
        return graph.node("Slice", List.of(rows, graph.whole(0), count, graph.whole(1)));
    }

    private Transformer blocks() {
        return new Transformer(weights, "text", 2, WIDTH, 3, gelu);
    }

    private Tensor words() {
        return weights.normal("words", vocabulary, WIDTH);
    }

    private Tensor places() {
        return weights.normal("text places", length, WIDTH);
    }

    private Tensor projection() {
        return weights.normal("text projection", WIDTH, dimension);
    }
}
