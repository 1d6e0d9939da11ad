package semblance.app.window.models;

import java.util.Locale;

/// An amount of data as people read it, in the decimal units that file managers show.
final class ByteCount {
    private static final long KILO = 1000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private ByteCount() {
    }

    /// `0 kB`, `12 kB`, `350 MB`, `1.2 GB`.
    static String of(long bytes) {
        if (bytes < MEGA) {
            return (bytes + KILO - 1) / KILO + " kB";
        }
        return bytes < GIGA
                ? (bytes + MEGA / 2) / MEGA + " MB"
                : String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGA);
    }
}
