package semblance.indexer.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a photo is held.
public enum Orientation {
    PORTRAIT, LANDSCAPE, SQUARE;

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Orientation> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(value -> value.word().equals(wanted)).findFirst();
    }

    static String words() {
        return Stream.of(values()).map(Orientation::word).collect(Collectors.joining(", "));
    }
}
