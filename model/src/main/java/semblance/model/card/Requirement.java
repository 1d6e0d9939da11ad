package semblance.model.card;

import org.jspecify.annotations.Nullable;

/// Checks what a card says. A failed one says in the words of the card's file what is wrong.
final class Requirement {
    private Requirement() {
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// A field that a card cannot do without.
    static <T> T present(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
