package semblance.indexer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads queries; docs/queries.md has the grammar. What only looks a little like more than words is read as words: a
/// sentence is no mistake.
public final class QueryParser {
    private static final int DEEPEST = 50;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern OR = Pattern.compile("OR(?=\\s|$)");
    private static final Pattern AND = Pattern.compile("AND(?=\\s)");
    private static final Pattern KEY = Pattern.compile("([A-Za-z]+):");
    /// What a user who writes it takes for a filter: `colour:red`, but not `3:30`, `C:\photos`, `http://…` or `a@b:c`.
    private static final Pattern KEY_SHAPE = Pattern
            .compile("[a-z]{2,20}:(?!//)[\\p{L}\\p{N}\"“„<>=*](?!\\S*@)");
    /// Brackets around nothing, which might take in a filter behind them if the query is written down.
    private static final Pattern OPENING = Pattern.compile("[-(]*\\(");
    private static final Pattern WEIGHT = Pattern.compile("\\^(\\d*\\.?\\d*)(?=[\\s)]|$)");
    private static final Pattern WEIGHT_OF_WORD = Pattern.compile("\\^[\\d.]*");
    private static final Pattern BARE_FILE = Pattern.compile("[^\\s\"“„«]\\S*?(?=\\^[\\d.]+(?:\\s|$)|\\s|$)");

    private final Cursor cursor;
    private final ValueReader values;
    private final StringJoiner words = new StringJoiner(" ");
    private final List<Term> terms = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();

    private QueryParser(String text) {
        this.cursor = new Cursor(text);
        this.values = new ValueReader(cursor);
    }

    /// Reads a query.
    ///
    /// @throws QueryException if it cannot be understood; its message says where, and what is known
    public static PhotoQuery parse(String text) {
        QueryParser parser = new QueryParser(text);
        parser.read();
        return new PhotoQuery(parser.words.toString(), parser.terms,
                parser.filters.isEmpty() ? Optional.empty() : Optional.of(Filter.all(parser.filters)));
    }

    private void read() {
        boolean afterFilter = false;
        for (cursor.skipBlanks(); !cursor.atEnd(); cursor.skipBlanks()) {
            cursor.beginPart();
            if (afterFilter && !cursor.take(OR).isEmpty()) {
                filters.add(either(filters.removeLast(), 0));
            } else if (afterFilter && joins()) {
                cursor.take(AND);
            } else if (seesFilter(0)) {
                filters.add(filter(0));
                afterFilter = true;
            } else {
                afterFilter = false;
                text();
            }
        }
    }

    private boolean joins() {
        Matcher and = cursor.match(AND, 0);
        return and.lookingAt() && seesFilter(blanksFrom("AND".length()));
    }

    private int blanksFrom(int ahead) {
        Matcher blanks = cursor.match(Pattern.compile("\\s*"), ahead);
        return blanks.lookingAt() ? ahead + blanks.group().length() : ahead;
    }

    /// Whether a filter begins so many characters later, even one that is wrong.
    private boolean seesFilter(int from) {
        int ahead = from;
        while (cursor.sees(ahead, '(') || (cursor.sees(ahead, '-') && !cursor.sees(ahead + 1, '-'))) {
            ahead = cursor.sees(ahead, '(') ? blanksFrom(ahead + 1) : ahead + 1;
        }
        Matcher word = cursor.match(KEY, ahead);
        if (!word.lookingAt() || word.group(1).equalsIgnoreCase(Key.LIKE)) {
            return false;
        }
        boolean typed = cursor.match(Pattern.compile("\\S"), ahead + word.group().length()).lookingAt();
        return Key.of(word.group(1)).isPresent()
                ? typed || word.group(1).equals(word.group(1).toLowerCase(Locale.ROOT))
                : cursor.match(KEY_SHAPE, ahead).lookingAt();
    }

    private Filter either(Filter first, int depth) {
        int operator = cursor.position() - "OR".length();
        cursor.skipBlanks();
        if (!seesFilter(0)) {
            cursor.take(WORD);
            throw cursor.mistake(operator,
                    "OR joins two filters; behind it there is none. As a word it goes in quotes.");
        }
        return Filter.any(List.of(first, filter(depth)));
    }

    /// @param depth of brackets
    private Filter filter(int depth) {
        if (cursor.take('-')) {
            return new Filter.Not(filter(depth));
        }
        return cursor.sees('(') ? group(depth + 1) : condition(depth);
    }

    private Filter group(int depth) {
        int opened = cursor.position();
        if (depth > DEEPEST) {
            throw cursor.mistake(opened, "There are more than " + DEEPEST + " brackets within each other.");
        }
        cursor.move(1);
        List<Filter> all = new ArrayList<>();
        while (true) {
            cursor.skipBlanks();
            if (cursor.atEnd()) {
                throw cursor.unclosed(opened, "This bracket is not closed.", ")");
            } else if (cursor.take(')')) {
                return Filter.all(all);
            } else if (!all.isEmpty() && !cursor.take(OR).isEmpty()) {
                all.add(either(all.removeLast(), depth));
            } else if (!all.isEmpty() && joins()) {
                cursor.take(AND);
            } else if (seesFilter(0)) {
                all.add(filter(depth));
            } else {
                int place = cursor.position();
                cursor.take(WORD);
                throw cursor.mistake(place, "Only filters stand in brackets, such as (tag:family OR folder:Rome)."
                        + " What photos show goes outside.");
            }
        }
    }

    private Filter condition(int depth) {
        int place = cursor.position();
        String word = cursor.take(KEY);
        Optional<Key> key = Key.of(word.substring(0, word.length() - 1));
        if (key.isPresent()) {
            return values.conditions(key.get(), depth > 0);
        }
        cursor.take(WORD);
        throw cursor.mistake(place, "There is no filter \"" + word + "\". Semblance knows " + Key.words()
                + ". To search for the words themselves, put them in quotes.");
    }

    private void text() {
        boolean negative = cursor.sees('-')
                && cursor.match(Pattern.compile("[\\p{L}\"“„«]"), 1).lookingAt();
        int start = cursor.position();
        cursor.move(negative ? 1 : 0);
        Matcher key = cursor.match(KEY, 0);
        if (key.lookingAt() && key.group(1).equalsIgnoreCase(Key.LIKE)) {
            cursor.move(key.group().length());
            String file = values.seesQuote() ? values.quoted() : cursor.take(BARE_FILE);
            if (file.isBlank()) {
                cursor.take(WORD);
                throw cursor.mistake(start, "like: wants a picture's file, such as like:\"dog.jpg\".");
            }
            terms.add(new Term(new Subject.Like(file), weight(negative)));
        } else if (values.seesQuote()) {
            String phrase = String.join(" ", values.quoted().strip().split("\\s+"));
            if (phrase.isEmpty()) {
                throw cursor.mistake(start, "There is nothing between these quotes.");
            }
            terms.add(new Term(new Subject.Phrase(phrase), weight(negative)));
        } else {
            word(negative);
        }
    }

    private void word(boolean negative) {
        String word = cursor.take(WORD);
        int weight = word.lastIndexOf('^');
        boolean weighted = weight > 0 && WEIGHT_OF_WORD.matcher(word.substring(weight)).matches()
                && word.substring(0, weight).codePoints().anyMatch(Character::isLetter);
        if (weighted || negative) {
            cursor.move(weighted ? weight - word.length() : 0);
            terms.add(new Term(new Subject.Phrase(weighted ? word.substring(0, weight) : word), weight(negative)));
        } else if (!OPENING.matcher(word).matches()) {
            words.add(word);
        }
    }

    private double weight(boolean negative) {
        int place = cursor.position();
        Matcher weight = cursor.match(WEIGHT, 0);
        if (!weight.lookingAt()) {
            return negative ? -1 : 1;
        }
        cursor.move(weight.group().length());
        double value = weight.group(1).matches(".*\\d.*") ? Double.parseDouble(weight.group(1)) : 0;
        if (value <= 0 || value > Term.HEAVIEST) {
            throw cursor.mistake(place, "A weight is a number above 0, up to 100, such as snow^2 or snow^0.5.");
        }
        return negative ? -value : value;
    }
}
