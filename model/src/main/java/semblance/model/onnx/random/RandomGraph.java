package semblance.model.onnx.random;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An ONNX graph as it is being written, operator by operator; each returns the name of what it puts out. Weights are random
/// and lie in a second file. Not thread-safe.
final class RandomGraph implements Closeable {
    static final int FLOAT = 1;
    static final int INT64 = 7;

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 17;
    private static final double EPSILON = 1e-5;

    private final Path file;
    private final WeightFile weights;
    private final Message graph = new Message().text(2, "random");
    private int made;

    /// @param file    made anew
    /// @param weights closed with this
    RandomGraph(Path file, WeightFile weights) {
        this.file = file;
        this.weights = weights;
    }

    /// Parameters so far.
    long parameters() {
        return weights.count();
    }

    /// @param axes a number is a length; any other text names a free one
    String input(String name, int type, String... axes) {
        graph.message(11, value(name, type, axes));
        return name;
    }

    void output(String from, String name, String... axes) {
        graph.message(1, new Message().text(1, from).text(2, name).text(4, "Identity"));
        graph.message(12, value(name, FLOAT, axes));
    }

    /// A matrix or kernel of random numbers, the smaller the more inputs are summed up.
    String weight(int inputs, int... shape) throws IOException {
        String name = next();
        graph.message(5, weights.random(name, 1 / Math.sqrt(inputs), shape));
        return name;
    }

    /// A tensor of one number. Counts as parameters.
    String filled(double value, int... shape) throws IOException {
        String name = next();
        graph.message(5, weights.filled(name, value, shape));
        return name;
    }

    String number(double value) {
        String name = next();
        graph.message(5, new Message().number(2, FLOAT).number(4, (float) value).text(8, name));
        return name;
    }

    /// A vector of whole numbers, for shapes and places.
    String whole(long... values) {
        Message tensor = new Message().number(1, values.length).number(2, INT64);
        for (long value : values) {
            tensor.number(7, value);
        }
        String name = next();
        graph.message(5, tensor.text(8, name));
        return name;
    }

    String node(String operator, List<String> inputs, Message... attributes) {
        String name = next();
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, name).text(4, operator);
        for (Message attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return name;
    }

    String linear(String x, int from, int to) throws IOException {
        String product = node("MatMul", List.of(x, weight(from, from, to)));
        return node("Add", List.of(product, weight(from, to)));
    }

    /// A length of 0 keeps the axis as it is.
    String reshape(String x, long... shape) {
        return node("Reshape", List.of(x, whole(shape)));
    }

    String transpose(String x, long... order) {
        return node("Transpose", List.of(x), list("perm", order));
    }

    String norm(String x, int width) throws IOException {
        return node("LayerNormalization", List.of(x, filled(1, width), filled(0, width)), one("axis", -1),
                new Message().text(1, "epsilon").number(2, (float) EPSILON).number(20, 1));
    }

    /// A parameter of an operator that is one whole number.
    static Message one(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, 2);
    }

    /// A parameter of an operator that is a list of whole numbers.
    static Message list(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    /// Writes the graph; until then only the weights are there.
    @Override
    public void close() throws IOException {
        try (weights) {
            Message model = new Message().number(1, IR_VERSION).message(7, graph)
                    .message(8, new Message().text(1, "").number(2, OPERATORS));
            Files.write(file, model.bytes().toByteArray());
        }
    }

    private String next() {
        made++;
        return "t" + made;
    }

    private static Message value(String name, int type, String... axes) {
        Message shape = new Message();
        for (String axis : axes) {
            shape.message(1, Character.isDigit(axis.charAt(0))
                    ? new Message().number(1, Long.parseLong(axis))
                    : new Message().text(2, axis));
        }
        return new Message().text(1, name)
                .message(2, new Message().message(1, new Message().number(1, type).message(2, shape)));
    }
}
