package semblance.indexer.metadata;

import java.util.Optional;

/// How programs write ratings.
final class Stars {
    private Stars() {
    }

    /// Of a rating as XMP has it: `-1` for rejected to `5`, perhaps with decimals.
    static Optional<Integer> of(String text) {
        return text.matches("[+-]?\\d{1,2}(\\.\\d*)?")
                ? Optional.of((int) Math.round(Double.parseDouble(text))).filter(stars -> stars >= -1 && stars <= 5)
                : Optional.empty();
    }

    /// Of a rating as Windows counts it: 1, 25, 50, 75 and 99 of 100.
    static Optional<Integer> ofPercent(double percent) {
        return percent >= 1 && percent <= 100
                ? Optional.of(percent < 13 ? 1 : Math.min(5, 1 + (int) Math.round(percent / 25)))
                : Optional.empty();
    }
}
