package semblance.indexer.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a query as it could be typed.
final class QueryWriter {
    private static final Pattern BARE_WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");
    private static final Pattern BARE_VALUE = Pattern.compile("[^\\s\"“„«|()]+");

    private QueryWriter() {
    }

    static String write(PhotoQuery query) {
        List<String> parts = new ArrayList<>();
        if (!query.description().isEmpty()) {
            parts.add(query.description());
        }
        query.terms().forEach(term -> parts.add(term(term)));
        query.filter().ifPresent(filter -> parts.add(filter instanceof Filter.All(List<Filter> filters)
                ? filters.stream().map(QueryWriter::unit).collect(Collectors.joining(" "))
                : unit(filter)));
        return String.join(" ", parts);
    }

    private static String term(Term term) {
        double weight = Math.abs(term.weight());
        String subject = switch (term.subject()) {
            case Subject.Phrase(String text) -> BARE_WORD.matcher(text).matches() && term.weight() != 1
                    ? text
                    : quoted(text);
            case Subject.Like(String file) -> Key.LIKE + ":" + quoted(file);
        };
        return (term.weight() < 0 ? "-" : "") + subject + (weight == 1 ? "" : "^" + number(weight));
    }

    private static String unit(Filter filter) {
        return switch (filter) {
            case Filter.Not(Filter inner) -> "-" + (inner instanceof Filter.Not
                    ? "(" + unit(inner) + ")"
                    : unit(inner));
            case Filter.All(List<Filter> filters) -> filters.stream().map(QueryWriter::unit)
                    .collect(Collectors.joining(" ", "(", ")"));
            case Filter.Any(List<Filter> filters) -> any(filters);
            case Condition condition -> condition.key().word() + ":" + value(condition);
        };
    }

    private static String any(List<Filter> filters) {
        Optional<Key> key = keyOf(filters.getFirst());
        return key.isPresent() && filters.stream().allMatch(filter -> keyOf(filter).equals(key))
                ? key.get().word() + ":" + filters.stream().map(Condition.class::cast).map(QueryWriter::value)
                        .collect(Collectors.joining("|"))
                : filters.stream().map(QueryWriter::unit).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static Optional<Key> keyOf(Filter filter) {
        return filter instanceof Condition condition ? Optional.of(condition.key()) : Optional.empty();
    }

    private static String value(Condition condition) {
        return switch (condition) {
            case Condition.Fits(_, String pattern) -> bareOrQuoted(pattern);
            case Condition.Taken(Key key, Optional<DatePoint> from, Optional<DatePoint> to) -> taken(key, from, to);
            case Condition.Rated(int least, int most) -> least == most ? "" + least : least + ".." + most;
            case Condition.TypeIs(PhotoType type) -> type.word();
            case Condition.StateIs(PhotoState state) -> state.word();
            case Condition.OrientationIs(Orientation orientation) -> orientation.word();
            case Condition.Near(double latitude, double longitude, double metres) -> number(latitude) + ","
                    + number(longitude) + "," + (metres % 1000 == 0
                            ? number(metres / 1000) + "km"
                            : number(metres) + "m");
        };
    }

    static String bareOrQuoted(String value) {
        return BARE_VALUE.matcher(value).matches() ? value : quoted(value);
    }

    private static String taken(Key key, Optional<DatePoint> from, Optional<DatePoint> to) {
        String first = from.map(DatePoint::word).orElse("");
        String last = to.map(DatePoint::word).orElse("");
        boolean one = key != Key.DATE || (from.equals(to) && !(from.orElseThrow() instanceof DatePoint.Ago));
        return one ? key == Key.BEFORE ? last : first : first + ".." + last;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
