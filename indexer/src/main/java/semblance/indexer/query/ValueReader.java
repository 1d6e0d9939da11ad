package semblance.indexer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands behind the colon of a filter.
final class ValueReader {
    private static final String CURLY_END = "”“»";
    private static final Pattern ANY = Pattern.compile("(?s).");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern BARE = Pattern.compile("[^\\s|]*");
    private static final Pattern BARE_IN_BRACKETS = Pattern.compile("[^\\s|)]*");
    private static final Pattern STARS = Pattern.compile("(>=|<=|>|<|=)?([0-5])|([0-5])?\\.\\.([0-5])?");
    private static final Pattern PLACE = Pattern
            .compile("(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?),(\\d{1,6}(?:\\.\\d+)?)(km|m|mi)");
    private static final double METRES_PER_MILE = 1609.344;

    private final Cursor cursor;

    ValueReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Reads the values of a key: those between bars are alternatives.
    ///
    /// @param inBrackets whether a closing bracket ends them
    Filter conditions(Key key, boolean inBrackets) {
        List<Filter> alternatives = new ArrayList<>();
        do {
            int place = cursor.position();
            String value = seesQuote() ? quoted() : cursor.take(inBrackets ? BARE_IN_BRACKETS : BARE);
            if (value.isBlank()) {
                throw cursor.mistake(place, wants(key) + (cursor.match(BLANK, 0).lookingAt()
                        ? " It stands right behind the colon; the words themselves go in quotes."
                        : ""));
            }
            alternatives.add(condition(key, value)
                    .orElseThrow(() -> cursor.mistake(place, wants(key) + " \"" + value + "\" is not that.")));
        } while (cursor.take('|'));
        return Filter.any(alternatives);
    }

    private static String wants(Key key) {
        return key.word() + ": wants " + key.expected() + ".";
    }

    boolean seesQuote() {
        return cursor.sees('"') || cursor.sees('“') || cursor.sees('„') || cursor.sees('«');
    }

    /// Reads what stands in quotes: straight ones, in which a quote is doubled, or those that word processors make.
    String quoted() {
        int opened = cursor.position();
        boolean straight = cursor.take('"');
        cursor.move(straight ? 0 : 1);
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd()) {
            String next = cursor.take(ANY);
            boolean ends = straight ? next.equals("\"") && !cursor.sees('"') : CURLY_END.contains(next);
            if (ends) {
                return text.toString();
            }
            if (straight && next.equals("\"")) {
                cursor.move(1);
            }
            text.append(next);
        }
        throw cursor.unclosed(opened, "This quote is not closed.", straight ? "\"" : "”");
    }

    private static Optional<? extends Filter> condition(Key key, String value) {
        return switch (key) {
            case CAMERA, LENS, FOLDER, TAG, NAME -> Optional.of(new Condition.Fits(key, value.strip()));
            case AFTER -> DatePoint.of(value)
                    .map(point -> new Condition.Taken(key, Optional.of(point), Optional.empty()));
            case BEFORE -> DatePoint.of(value)
                    .map(point -> new Condition.Taken(key, Optional.empty(), Optional.of(point)));
            case DATE -> date(value);
            case RATING -> stars(value);
            case TYPE -> PhotoType.of(value).map(Condition.TypeIs::new);
            case IS -> PhotoState.of(value).map(Condition.StateIs::new);
            case ORIENTATION -> Orientation.of(value).map(Condition.OrientationIs::new);
            case NEAR -> near(value);
        };
    }

    private static Optional<Condition> date(String value) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            // An age is no day that somebody means: "2w" are the last two weeks.
            return DatePoint.of(value).map(point -> new Condition.Taken(Key.DATE, Optional.of(point),
                    point instanceof DatePoint.Ago ? Optional.empty() : Optional.of(point)));
        }
        String first = value.substring(0, dots);
        String last = value.substring(dots + 2);
        Optional<DatePoint> from = DatePoint.of(first);
        Optional<DatePoint> to = DatePoint.of(last);
        boolean wrong = (from.isEmpty() && !first.isEmpty()) || (to.isEmpty() && !last.isEmpty())
                || (from.isEmpty() && to.isEmpty());
        return wrong ? Optional.empty() : Optional.of(new Condition.Taken(Key.DATE, from, to));
    }

    private static Optional<Condition> stars(String value) {
        Matcher matcher = STARS.matcher(value);
        if (!matcher.matches() || value.equals("..")) {
            return Optional.empty();
        }
        int least;
        int most;
        if (matcher.group(2) == null) {
            least = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            most = matcher.group(4) == null ? Condition.Rated.STARS : Integer.parseInt(matcher.group(4));
        } else {
            int stars = Integer.parseInt(matcher.group(2));
            String relation = matcher.group(1) == null ? "=" : matcher.group(1);
            least = relation.equals(">") ? stars + 1 : relation.startsWith("<") ? 0 : stars;
            most = relation.equals("<") ? stars - 1 : relation.startsWith(">") ? Condition.Rated.STARS : stars;
        }
        return 0 <= least && least <= most && most <= Condition.Rated.STARS
                ? Optional.of(new Condition.Rated(least, most))
                : Optional.empty();
    }

    private static Optional<Condition> near(String value) {
        Matcher matcher = PLACE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(matcher.group(1));
        double longitude = Double.parseDouble(matcher.group(2));
        double radius = Double.parseDouble(matcher.group(3)) * switch (matcher.group(4)) {
            case "km" -> 1000;
            case "mi" -> METRES_PER_MILE;
            default -> 1;
        };
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radius > 0
                ? Optional.of(new Condition.Near(latitude, longitude, radius))
                : Optional.empty();
    }
}
