package semblance.indexer.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the library knows of a photo beside its tags and data.
public enum PhotoState {
    FAVOURITE,
    /// No tag of it is confirmed; suggestions do not count.
    UNTAGGED,
    /// Another photo has the same content, byte for byte.
    DUPLICATE;

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PhotoState> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.equals("favorite")) {
            return Optional.of(FAVOURITE);
        }
        return Stream.of(values()).filter(value -> value.word().equals(wanted)).findFirst();
    }

    static String words() {
        return Stream.of(values()).map(PhotoState::word).collect(Collectors.joining(", "));
    }
}
