package semblance.indexer.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a tag is called.
///
/// @param text as it is shown: composed characters (NFC), single blanks
/// @param key  tags of one key are one tag: capitals make no difference
public record TagName(String text, String key) {
    private static final int LONGEST = 200;

    /// Makes a name of what a user has entered.
    ///
    /// @throws IllegalArgumentException if it cannot be one; the message is for the user
    public static TagName of(String entered) {
        String text = tidy(entered);
        String fault = fault(text);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return named(text);
    }

    /// The name that a text is, if it can be one.
    public static Optional<TagName> find(String text) {
        return Optional.of(tidy(text)).filter(tidy -> fault(tidy) == null).map(TagName::named);
    }

    private static TagName named(String text) {
        return new TagName(text, text.toLowerCase(Locale.ROOT));
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String fault(String text) {
        if (text.isEmpty()) {
            return "A tag needs a name.";
        }
        if (text.length() > LONGEST) {
            return "The tag \"" + text.substring(0, 20) + "…\" is longer than " + LONGEST + " characters. Shorten it.";
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return "The tag \"" + text.replaceAll("\\p{Cntrl}", "?") + "\" holds a control character. Remove it.";
        }
        return null;
    }
}
