package semblance.app.window.wording;

import java.util.Locale;

/// A number of things, in words.
public final class Counted {
    private Counted() {
    }

    /// `1 photo`, `2,000 photos`.
    public static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
