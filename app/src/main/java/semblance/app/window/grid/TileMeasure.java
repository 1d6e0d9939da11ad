package semblance.app.window.grid;

/// How many tiles fit beside each other, and how large they are so that they fill the width.
///
/// @param columns at least 1
/// @param size    of a square tile
record TileMeasure(int columns, double size) {
    static final double GAP = 6;

    /// @param width  there is for tiles and the gaps between them
    /// @param wished size; of those that fill the width, tiles get the one nearest to it
    static TileMeasure of(double width, double wished) {
        int columns = Math.max(1, (int) Math.round((width + GAP) / (wished + GAP)));
        return new TileMeasure(columns, Math.max(1, Math.floor((width - (columns - 1) * GAP) / columns)));
    }

    double rowHeight() {
        return size + GAP;
    }
}
