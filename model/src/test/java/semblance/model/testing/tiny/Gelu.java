package semblance.model.testing.tiny;

import java.util.Arrays;
import java.util.List;

/// The activations that towers are trained with.
enum Gelu {
    /// `x · sigmoid(1.702 x)`, as OpenAI's models.
    QUICK {
        @Override
        String write(GraphWriter graph, String x) {
            return graph.multiply(x, graph.node("Sigmoid", List.of(graph.multiply(x, graph.number(1.702)))));
        }

        @Override
        double apply(double x) {
            return x / (1 + Math.exp(-1.702 * x));
        }
    },
    /// `x · Φ(x)`, as open_clip's own models.
    EXACT {
        @Override
        String write(GraphWriter graph, String x) {
            String erf = graph.node("Erf", List.of(graph.multiply(x, graph.number(Math.sqrt(0.5)))));
            return graph.multiply(graph.multiply(x, graph.number(0.5)), graph.add(erf, graph.number(1)));
        }

        // The error function by its power series, which converges everywhere.
        @Override
        double apply(double x) {
            double z = x / Math.sqrt(2);
            double power = z;
            double sum = z;
            for (int n = 1; n < 200; n++) {
                power *= -z * z / n;
                sum += power / (2 * n + 1);
            }
            return x / 2 * (1 + 2 / Math.sqrt(Math.PI) * sum);
        }
    },
    /// The approximation by tanh, as SigLIP.
    TANH {
        @Override
        String write(GraphWriter graph, String x) {
            String cube = graph.multiply(graph.multiply(x, x), x);
            String inner = graph.add(x, graph.multiply(cube, graph.number(0.044715)));
            String tanh = graph.node("Tanh", List.of(graph.multiply(inner, graph.number(Math.sqrt(2 / Math.PI)))));
            return graph.multiply(graph.multiply(x, graph.number(0.5)), graph.add(tanh, graph.number(1)));
        }

        @Override
        double apply(double x) {
            return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
        }
    };

    abstract String write(GraphWriter graph, String x);

    abstract double apply(double x);

    double[][] apply(double[][] x) {
        double[][] result = new double[x.length][];
        for (int row = 0; row < x.length; row++) {
            result[row] = Arrays.stream(x[row]).map(this::apply).toArray();
        }
        return result;
    }
}
