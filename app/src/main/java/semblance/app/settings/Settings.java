package semblance.app.settings;

import java.util.Locale;
import java.util.Objects;

/// Preferences of a machine.
///
/// @param onClose      what closing the window does while photos are being indexed
/// @param cellSize     edge of a photo in the grid, in pixels of the screen's own unit
/// @param windowWidth  of the window, in the same unit
/// @param windowHeight of the window, in the same unit
/// @param provider     name of the execution provider that encodes photos, or `auto` for the first that works
/// @param modelOffered whether the window has offered a better model and its user has seen that
/// @param details      whether the details of the selected photo are shown
public record Settings(OnClose onClose, double cellSize, double windowWidth, double windowHeight, String provider,
        boolean modelOffered, boolean details) {
    private static final String AUTOMATIC = "auto";

    public static final Settings DEFAULT = new Settings(OnClose.ASK, 184, 1180, 780, AUTOMATIC, false,
            false);

    public static final double SMALLEST_CELL = 96;
    public static final double LARGEST_CELL = 360;

    /// Values that make no sense, as a file edited by hand may hold, become the nearest that do.
    public Settings {
        cellSize = Math.clamp(orElse(cellSize, 184), SMALLEST_CELL, LARGEST_CELL);
        windowWidth = Math.clamp(orElse(windowWidth, 1180), 480, 16_000);
        windowHeight = Math.clamp(orElse(windowHeight, 780), 360, 16_000);
        provider = Objects.requireNonNullElse(provider, AUTOMATIC).strip().toLowerCase(Locale.ROOT);
    }

    private static double orElse(double value, double otherwise) {
        return Double.isFinite(value) && value > 0 ? value : otherwise;
    }

    public Settings withOnClose(OnClose choice) {
        return new Settings(choice, cellSize, windowWidth, windowHeight, provider, modelOffered, details);
    }

    public Settings withCellSize(double size) {
        return new Settings(onClose, size, windowWidth, windowHeight, provider, modelOffered, details);
    }

    public Settings withWindow(double width, double height) {
        return new Settings(onClose, cellSize, width, height, provider, modelOffered, details);
    }

    public Settings withModelOffered() {
        return new Settings(onClose, cellSize, windowWidth, windowHeight, provider, true, details);
    }

    public Settings withDetails(boolean shown) {
        return new Settings(onClose, cellSize, windowWidth, windowHeight, provider, modelOffered, shown);
    }
}
