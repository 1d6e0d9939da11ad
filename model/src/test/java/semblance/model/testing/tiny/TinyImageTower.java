package semblance.model.testing.tiny;

/// An image tower as a graph and as a forward pass.
interface TinyImageTower {
    int SIZE = 32;

    /// From pixels `[n, 3, SIZE, SIZE]` to vectors `[n, DIMENSION]`.
    String write(GraphWriter graph, String pixels);

    /// From one picture's `[3][SIZE][SIZE]` to its vector.
    double[] forward(double[][][] pixels);
}
