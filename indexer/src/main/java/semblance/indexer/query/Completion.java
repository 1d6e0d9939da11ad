package semblance.indexer.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the word that is being typed may become.
///
/// @param from       where what it takes the place of begins, in `char`s
/// @param to         where that ends
/// @param candidates texts to put there: keys with their colon, or values, in quotes where they need them
public record Completion(int from, int to, List<String> candidates) {
    private static final Pattern WORD = Pattern
            .compile("(?:^|[\\s(])-?((?:([A-Za-z]+):(?:[^\\s|\"]*\\|)*)?\"?)([^\\s|\"()]*|(?<=\")[^\"]*)$");

    /// Finds candidates.
    ///
    /// @param caret  where the user types, in `char`s
    /// @param keys   that are of use
    /// @param values of the library that begin as typed, by key; those that any library has are known here
    public static Completion at(String text, int caret, List<Key> keys, BiFunction<Key, String, List<String>> values) {
        Matcher word = WORD.matcher(text.substring(0, caret));
        if (!word.find()) {
            return new Completion(caret, caret, List.of());
        }
        String typed = word.group(3);
        if (word.group(2) == null) {
            boolean quoted = word.group(1).endsWith("\"");
            List<String> words = quoted || typed.isEmpty()
                    ? List.of()
                    : Stream.concat(keys.stream().map(Key::word), Stream.of(Key.LIKE))
                            .filter(key -> key.startsWith(typed.toLowerCase(Locale.ROOT))).map(key -> key + ":")
                            .toList();
            return new Completion(word.start(3), caret, words);
        }
        boolean quoted = word.group(1).endsWith("\"");
        Optional<Key> key = Key.of(word.group(2));
        List<String> found = key
                .map(known -> Stream.concat(constants(known, typed), values.apply(known, typed).stream())
                        .distinct().map(QueryWriter::bareOrQuoted).toList())
                .orElse(List.of());
        return new Completion(word.start(3) - (quoted ? 1 : 0), caret, found);
    }

    private static Stream<String> constants(Key key, String typed) {
        Stream<String> words = switch (key) {
            case IS -> Stream.of(PhotoState.values()).map(PhotoState::word);
            case ORIENTATION -> Stream.of(Orientation.values()).map(Orientation::word);
            case AFTER, BEFORE, DATE -> Stream.of(DatePoint.Named.values()).map(DatePoint.Named::word);
            default -> Stream.empty();
        };
        return words.filter(word -> word.startsWith(typed.toLowerCase(Locale.ROOT)));
    }
}
