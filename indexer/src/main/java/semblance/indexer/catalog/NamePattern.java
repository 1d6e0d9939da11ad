package semblance.indexer.catalog;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A pattern of a name as users type it: `*` for any characters, `?` for one. Capitals make no difference, nor does how
/// accents are composed.
record NamePattern(String text) {
    NamePattern {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean isGlob() {
        return text.contains("*") || text.contains("?");
    }

    /// What meets whole names only.
    Pattern whole() {
        return compile("");
    }

    /// What meets a name that holds the text; one with `*` or `?` is met as a whole.
    Pattern within() {
        return compile(isGlob() ? "" : ".*");
    }

    private Pattern compile(String around) {
        return Pattern.compile(
                text.codePoints()
                        .mapToObj(character -> character == '*'
                                ? ".*"
                                : character == '?' ? "." : Pattern.quote(Character.toString(character)))
                        .collect(Collectors.joining("", around, around)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /// For SQL's LIKE with `\` to escape: meets all that [#within] meets of names with or without their extension, and
    /// perhaps more. LIKE knows capitals of ASCII only.
    String like() {
        String like = text.codePoints().mapToObj(character -> switch (character) {
            case '*' -> "%";
            case '?' -> "_";
            case '%', '_', '\\' -> "\\" + (char) character;
            default -> character < 128 ? Character.toString(character) : "%";
        }).collect(Collectors.joining());
        return (isGlob() ? "" : "%") + like + "%";
    }
}
