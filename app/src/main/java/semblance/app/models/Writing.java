package semblance.app.models;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A way of writing other than Latin letters. Which language a text in Latin letters is in cannot be told from the few words
/// of a query.
///
/// @param label        as it is called in the middle of a sentence
/// @param scripts      empty for all that are not named here
/// @param languages    that are written so, as language tags
/// @param shortestWord letters in a row that make a word
record Writing(String label, Set<UnicodeScript> scripts, Set<String> languages, int shortestWord) {
    private static final Set<UnicodeScript> EVERYWHERE = Set.of(UnicodeScript.LATIN, UnicodeScript.COMMON,
            UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    /// Japanese is written with Chinese characters as well, so it comes before them.
    private static final List<Writing> NAMED = List.of(
            new Writing("Japanese", Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA), Set.of("ja"), 1),
            new Writing("Korean", Set.of(UnicodeScript.HANGUL), Set.of("ko"), 1),
            new Writing("Chinese characters", Set.of(UnicodeScript.HAN), Set.of("zh", "ja", "yue"), 1),
            new Writing("Cyrillic letters", Set.of(UnicodeScript.CYRILLIC),
                    Set.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"), 2),
            new Writing("Greek letters", Set.of(UnicodeScript.GREEK), Set.of("el"), 2),
            new Writing("Arabic letters", Set.of(UnicodeScript.ARABIC), Set.of("ar", "fa", "ur", "ps", "ug"), 2),
            new Writing("Hebrew letters", Set.of(UnicodeScript.HEBREW), Set.of("he", "yi"), 2),
            new Writing("Devanagari letters", Set.of(UnicodeScript.DEVANAGARI), Set.of("hi", "mr", "ne"), 2),
            new Writing("Thai letters", Set.of(UnicodeScript.THAI), Set.of("th"), 2));

    private static final Writing OTHER = new Writing("such letters", Set.of(), Set.of(), 2);

    /// What a text is written in.
    ///
    /// @return empty if no word is in other letters than Latin ones; a single letter, such as a Greek one, is no word
    static Optional<Writing> of(String text) {
        return Stream.concat(NAMED.stream(), Stream.of(OTHER)).filter(writing -> writing.hasWord(text)).findFirst();
    }

    private boolean hasWord(String text) {
        int run = 0;
        for (int character : text.codePoints().toArray()) {
            if (Character.isLetter(character)) {
                run = has(UnicodeScript.of(character)) ? run + 1 : 0;
            } else if (!isMark(character)) {
                run = 0;
            }
            if (run >= shortestWord) {
                return true;
            }
        }
        return false;
    }

    private boolean has(UnicodeScript script) {
        return scripts.isEmpty() ? !EVERYWHERE.contains(script) : scripts.contains(script);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Whether a model with texts in some languages understands it; of one whose languages nobody knows, it is not said that
    /// it does not.
    boolean isIn(List<String> modelLanguages) {
        return modelLanguages.contains("mul") || modelLanguages.contains("und")
                || modelLanguages.stream().map(tag -> Locale.forLanguageTag(tag).getLanguage())
                        .anyMatch(languages::contains);
    }
}
