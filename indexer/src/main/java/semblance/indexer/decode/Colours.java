package semblance.indexer.decode;

/// Arithmetic on samples from 0 to 255.
final class Colours {
    private Colours() {
    }

    /// What is seen of a colour that lies on white.
    ///
    /// @param alpha 0 transparent, 255 opaque
    static byte overWhite(int value, int alpha) {
        return (byte) times(value, alpha, 255 - alpha);
    }

    /// What is left of a light after two inks that let through these parts of it.
    static byte through(int ink, int black) {
        return (byte) times(ink, black, 0);
    }

    /// From any number of bits to 8, rounded.
    static int toByte(int value, int maximum) {
        return maximum == 255 ? value : (int) ((value * 255L + maximum / 2) / maximum);
    }

    private static int times(int a, int b, int plus) {
        return (a * b + 127) / 255 + plus;
    }
}
