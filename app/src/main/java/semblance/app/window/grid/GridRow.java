package semblance.app.window.grid;

import java.util.List;

/// A row of the grid.
public sealed interface GridRow {
    /// Photos beside each other.
    record Photos(List<ShownPhoto> photos) implements GridRow {
    }

    /// A line above the photos that follow.
    record Heading(String text) implements GridRow {
    }
}
