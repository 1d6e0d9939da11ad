package semblance.app.window.wording;

import java.util.Locale;

/// A number of things, in words.
public final class Counted {
    private Counted() {
    }

    /// `1 match`, `2 matches`, `No match`.
    public static String matches(long count) {
        return count == 0 ? "No match" : String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "match" : "matches");
    }

    /// `1 photo`, `2,000 photos`.
    public static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
