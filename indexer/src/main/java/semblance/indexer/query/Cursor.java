package semblance.indexer.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the text of a query that is being read.
final class Cursor {
    private final String text;
    private int position;
    private int part;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int position() {
        return position;
    }

    /// Notes that a part begins here, which a mistake found later is in.
    void beginPart() {
        part = position;
    }

    void move(int by) {
        position += by;
    }

    void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /// Whether this comes next.
    boolean sees(char wanted) {
        return sees(0, wanted);
    }

    /// Whether this comes so many characters later.
    boolean sees(int ahead, char wanted) {
        return position + ahead < text.length() && text.charAt(position + ahead) == wanted;
    }

    /// Goes beyond a character if it comes next.
    boolean take(char wanted) {
        boolean seen = sees(wanted);
        position += seen ? 1 : 0;
        return seen;
    }

    /// Finds a pattern that begins so many characters later.
    Matcher match(Pattern pattern, int ahead) {
        Matcher matcher = pattern.matcher(text).region(Math.min(text.length(), position + ahead), text.length());
        matcher.useTransparentBounds(true);
        return matcher;
    }

    /// What a pattern meets here, beyond which it goes; empty if it meets nothing.
    String take(Pattern pattern) {
        Matcher matcher = match(pattern, 0);
        String met = matcher.lookingAt() ? matcher.group() : "";
        position += met.length();
        return met;
    }

    /// What lies between a place and here.
    String since(int start) {
        return text.substring(start, position);
    }

    /// A mistake at a place, in the part that has begun last and ends here.
    QueryException mistake(int place, String message) {
        return unclosed(place, message, "");
    }

    /// A quote or bracket that is not closed.
    QueryException unclosed(int place, String message, String missing) {
        return new QueryException(message, text.codePointCount(0, place) + 1, part, atEnd(), missing);
    }
}
