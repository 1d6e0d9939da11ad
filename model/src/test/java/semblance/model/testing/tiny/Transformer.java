package semblance.model.testing.tiny;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Blocks of attention and a perceptron, each behind a normalisation and around a shortcut.
record Transformer(Weights weights, String name, int layers, int width, int heads, Gelu gelu) {

    /// @param x    `[n, length, width]`
    /// @param mask added to the scores, `[length, length]`; null if all see all
    String write(GraphWriter graph, String x, @Nullable String mask) {
        String state = x;
        for (int layer = 0; layer < layers; layer++) {
            String at = name + layer;
            String normed = graph.norm(state, scale(at + ".ln1"), bias(at + ".ln1"));
            state = graph.add(state, attention(graph, at, normed, normed, mask));
            state = graph.add(state, perceptron(graph, at, state));
        }
        return state;
    }

    double[][] forward(double[][] x, boolean causal) {
        double[][] state = x;
        for (int layer = 0; layer < layers; layer++) {
            String at = name + layer;
            double[][] normed = Maths.norm(state, scale(at + ".ln1"), bias(at + ".ln1"));
            state = Maths.plus(state, attention(at, normed, normed, causal));
            state = Maths.plus(state, perceptron(at, state));
        }
        return state;
    }

    String attention(GraphWriter graph, String at, String query, String others, @Nullable String mask) {
        String q = heads(graph, graph.linear(query, square(at + ".q"), bias(at + ".q")), 0, 2, 1, 3);
        String k = heads(graph, graph.linear(others, square(at + ".k"), bias(at + ".k")), 0, 2, 3, 1);
        String v = heads(graph, graph.linear(others, square(at + ".v"), bias(at + ".v")), 0, 2, 1, 3);
        String scores = graph.multiply(graph.matrix(q, k), graph.number(1 / Math.sqrt((double) width / heads)));
        String masked = mask == null ? scores : graph.add(scores, mask);
        String mixed = graph.matrix(graph.node("Softmax", List.of(masked), GraphWriter.whole("axis", -1)), v);
        String joined = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, width);
        return graph.linear(joined, square(at + ".o"), bias(at + ".o"));
    }

    double[][] attention(String at, double[][] query, double[][] others, boolean causal) {
        double[][] mixed = Maths.attention(Maths.linear(query, square(at + ".q"), bias(at + ".q")),
                Maths.linear(others, square(at + ".k"), bias(at + ".k")),
                Maths.linear(others, square(at + ".v"), bias(at + ".v")), heads, causal);
        return Maths.linear(mixed, square(at + ".o"), bias(at + ".o"));
    }

    String perceptron(GraphWriter graph, String at, String x) {
        String normed = graph.norm(x, scale(at + ".ln2"), bias(at + ".ln2"));
        String wide = gelu.write(graph, graph.linear(normed, wide(at), weights.normal(at + ".b1", 2 * width)));
        return graph.linear(wide, narrow(at), bias(at + ".b2"));
    }

    double[][] perceptron(String at, double[][] x) {
        double[][] normed = Maths.norm(x, scale(at + ".ln2"), bias(at + ".ln2"));
        double[][] wide = gelu.apply(Maths.linear(normed, wide(at), weights.normal(at + ".b1", 2 * width)));
        return Maths.linear(wide, narrow(at), bias(at + ".b2"));
    }

    private String heads(GraphWriter graph, String x, long... order) {
        return graph.transpose(graph.reshape(x, 0, 0, heads, width / heads), order);
    }

    private Tensor wide(String at) {
        return weights.normal(at + ".w1", width, 2 * width);
    }

    private Tensor narrow(String at) {
        return weights.normal(at + ".w2", 2 * width, width);
    }

    private Tensor square(String at) {
        return weights.normal(at + ".w", width, width);
    }

    Tensor scale(String at) {
        return weights.nearOne(at + ".g", width);
    }

    Tensor bias(String at) {
        return weights.normal(at + ".b", width);
    }
}
