package semblance.model.onnx.random;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Blocks of attention and a perceptron, each behind a normalisation and around a shortcut, written into a graph.
record RandomTransformer(RandomGraph graph, ClipShape.Blocks blocks) {
    private static final int WIDER = 4;
    /// `x · sigmoid(1.702 x)` is the activation of OpenAI's models.
    private static final double QUICK_GELU = 1.702;

    /// @param x    `[n, length, width]`
    /// @param mask added to the scores, `[length, length]`; null if all see all
    String write(String x, @Nullable String mask) throws IOException {
        String state = x;
        for (int layer = 0; layer < blocks.layers(); layer++) {
            state = add(state, attention(graph.norm(state, blocks.width()), mask));
            state = add(state, perceptron(graph.norm(state, blocks.width())));
        }
        return state;
    }

    private String attention(String x, @Nullable String mask) throws IOException {
        int width = blocks.width();
        String q = heads(graph.linear(x, width, width), 0, 2, 1, 3);
        String k = heads(graph.linear(x, width, width), 0, 2, 3, 1);
        String v = heads(graph.linear(x, width, width), 0, 2, 1, 3);
        String scale = graph.number(1 / Math.sqrt((double) width / blocks.heads()));
        String scores = graph.node("Mul", List.of(graph.node("MatMul", List.of(q, k)), scale));
        String masked = mask == null ? scores : add(scores, mask);
        String shares = graph.node("Softmax", List.of(masked), RandomGraph.one("axis", -1));
        String mixed = graph.transpose(graph.node("MatMul", List.of(shares, v)), 0, 2, 1, 3);
        return graph.linear(graph.reshape(mixed, 0, 0, width), width, width);
    }

    private String perceptron(String x) throws IOException {
        int width = blocks.width();
        String wide = graph.linear(x, width, WIDER * width);
        String gate = graph.node("Sigmoid",
                List.of(graph.node("Mul", List.of(wide, graph.number(QUICK_GELU)))));
        return graph.linear(graph.node("Mul", List.of(wide, gate)), WIDER * width, width);
    }

    private String heads(String x, long... order) {
        return graph.transpose(graph.reshape(x, 0, 0, blocks.heads(), blocks.width() / blocks.heads()), order);
    }

    private String add(String left, String right) {
        return graph.node("Add", List.of(left, right));
    }
}
