package semblance.model.testing.tiny;

import java.util.List;

/// An image tower for pictures of one pixel that needs more memory than any machine has for a batch above a limit, so that
/// tests see the real runtime run out of it: `pixel_values` `[n, 3, 1, 1]` to `image_embeds` `[n, 3]`.
public final class HungryTower {
    private static final long MORE_THAN_ANY_MACHINE_HAS = 1L << 45;

    private HungryTower() {
    }

    /// The graph.
    ///
    /// @param most pictures of a batch that it can be run with
    public static byte[] graph(int most) {
        GraphWriter graph = new GraphWriter();
        String pixels = graph.input("pixel_values", GraphWriter.FLOAT, "n", "3", "1", "1");
        String count = graph.node("Slice",
                List.of(graph.node("Shape", List.of(pixels)), graph.whole(0), graph.whole(1)));
        String length = graph.node("Where", List.of(graph.node("Greater", List.of(count, graph.whole(most))),
                graph.whole(MORE_THAN_ANY_MACHINE_HAS), graph.whole(1)));
        String bulk = graph.node("Expand", List.of(graph.number(1), length));
        String one = graph.node("ReduceMax", List.of(bulk));
        graph.output(graph.multiply(graph.node("Flatten", List.of(pixels)), one), "image_embeds", "n", "3");
        return graph.bytes();
    }
}
