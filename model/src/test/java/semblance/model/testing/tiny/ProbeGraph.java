package semblance.model.testing.tiny;

import java.util.List;
import java.util.Random;

/// The graph by which the program tries out execution providers: the operators that every image tower has, one after the
/// other, from `pixels` `[1, 3, 8, 8]` to `vectors` `[1, 5]`. The program carries it as a file, which this writes.
public final class ProbeGraph {
    private ProbeGraph() {
    }

    /// The file, the same each time.
    public static byte[] bytes() {
        Weights weights = new Weights(new Random(1));
        GraphWriter graph = new GraphWriter();
        String pixels = graph.input("pixels", GraphWriter.FLOAT, "1", "3", "8", "8");
        String patches = graph.node("Conv", List.of(pixels, graph.tensor(weights.normal("kernels", 4, 3, 3, 3))));
        String flat = graph.reshape(graph.node("Relu", List.of(patches)), 1, 4 * 6 * 6);
        graph.output(graph.matrix(flat, graph.tensor(weights.normal("projection", 4 * 6 * 6, 5))), "vectors", "1", "5");
        return graph.bytes();
    }
}
