package semblance.indexer.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Queries of any shape.
final class RandomQueries {
    private static final List<String> PLAIN = List.of("sea", "a", "dog's", "ball:", "3:30", "OR", "AND", "what?", "-5",
            "(red)", "x^y", "é", "海", "a@b:c", "--", "-", "\uD834\uDD1E", "5\"", "to,");
    private static final String CHARACTERS = "ab海é\"“”|()*?^-:. \\/,'\uD834\uDD1E;19<>=";

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    PhotoQuery query() {
        return new PhotoQuery(String.join(" ", some(4, () -> oneOf(PLAIN))), some(3, this::term),
                random.nextBoolean() ? Optional.of(filter(3)) : Optional.empty());
    }

    /// Any text at all, with much in it that looks like a query.
    String text() {
        List<String> pieces = List.of("tag:", "-", "(", ")", " ", " ", " ", "\"", "OR", "AND", "|", "^", "2", ".",
                "like:",
                "date:", "..", "2021", "colour:", "red", "rating:", "“", "”", ">=", "a", "é", "海", "near:1,2,3km",
                "type:raw", "is:", "\t", "name:x*");
        return String.join("", some(12, () -> oneOf(pieces)));
    }

    private Term term() {
        double weight = random.nextInt(3) == 0 ? 1 : (1 + random.nextInt(400)) / 8.0;
        return new Term(random.nextBoolean()
                ? new Subject.Phrase(random.nextBoolean() ? oneOf(List.of("snow", "Été2", "x")) : string())
                : new Subject.Like(string()), random.nextBoolean() ? weight : -weight);
    }

    /// Not blank, without blanks at its ends and without two in a row.
    private String string() {
        StringBuilder string = new StringBuilder();
        int[] characters = CHARACTERS.codePoints().toArray();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            string.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        String tidy = string.toString().strip().replaceAll("\\s+", " ");
        return tidy.isEmpty() ? "x" : tidy;
    }

    private Filter filter(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> new Filter.Not(filter(depth - 1));
            case 2 -> Filter.all(Stream.generate(() -> filter(depth - 1)).limit(2 + random.nextInt(2)).toList());
            case 3 -> Filter.any(Stream.generate(() -> filter(depth - 1)).limit(2 + random.nextInt(2)).toList());
            default -> condition();
        };
    }

    private Condition condition() {
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.Fits(oneOf(List.of(Key.CAMERA, Key.LENS, Key.FOLDER, Key.TAG, Key.NAME)), string());
            case 1 -> new Condition.Taken(Key.AFTER, Optional.of(point()), Optional.empty());
            case 2 -> new Condition.Taken(Key.BEFORE, Optional.empty(), Optional.of(point()));
            case 3 -> date();
            case 4 -> rated();
            case 5 -> new Condition.TypeIs(oneOf(List.of(PhotoType.values())));
            case 6 -> random.nextBoolean()
                    ? new Condition.StateIs(oneOf(List.of(PhotoState.values())))
                    : new Condition.OrientationIs(oneOf(List.of(Orientation.values())));
            default -> new Condition.Near((random.nextInt(1801) - 900) / 10.0, (random.nextInt(3601) - 1800) / 10.0,
                    (1 + random.nextInt(100_000)) / 4.0);
        };
    }

    private Condition date() {
        DatePoint from = point();
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.Taken(Key.DATE, Optional.of(from), Optional.empty());
            case 1 -> new Condition.Taken(Key.DATE, Optional.empty(), Optional.of(from));
            case 2 -> new Condition.Taken(Key.DATE, Optional.of(from), Optional.of(from));
            default -> new Condition.Taken(Key.DATE, Optional.of(from), Optional.of(point()));
        };
    }

    private Condition rated() {
        int least = random.nextInt(6);
        return new Condition.Rated(least, least + random.nextInt(6 - least));
    }

    private DatePoint point() {
        return switch (random.nextInt(5)) {
            case 0 -> new DatePoint.Year(1000 + random.nextInt(9000));
            case 1 -> new DatePoint.Month(YearMonth.of(1000 + random.nextInt(9000), 1 + random.nextInt(12)));
            case 2 -> new DatePoint.Day(LocalDate.ofYearDay(1000 + random.nextInt(9000), 1 + random.nextInt(365)));
            case 3 -> oneOf(List.of(DatePoint.Named.values()));
            default -> new DatePoint.Ago(1 + random.nextInt(9999),
                    oneOf(List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS)));
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        List<T> made = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            made.add(one.get());
        }
        return made;
    }
}
