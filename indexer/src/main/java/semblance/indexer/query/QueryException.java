package semblance.indexer.query;

/// A query that cannot be understood, or not be answered. The message is for the user.
public final class QueryException extends IllegalArgumentException {
    private final int column;
    private final int part;
    private final boolean atEnd;
    private final String missing;

    /// @param column from 1, in characters as the user counts them
    /// @param part   where the part of the text begins in which the mistake is, in `char`s from 0
    /// @param atEnd  whether that part is the last, so that the user may be typing it still
    /// @param missing what closes a quote or bracket; empty if it is not that which lacks
    QueryException(String message, int column, int part, boolean atEnd, String missing) {
        super("Column " + column + ": " + message);
        this.column = column;
        this.part = part;
        this.atEnd = atEnd;
        this.missing = missing;
    }

    /// A query that is understood, but not answered.
    public QueryException(String message) {
        super(message);
        this.column = 0;
        this.part = 0;
        this.atEnd = false;
        this.missing = "";
    }

    /// Where the mistake is, from 1; 0 if it is in no place of the text.
    public int column() {
        return column;
    }

    int part() {
        return part;
    }

    boolean atEnd() {
        return atEnd;
    }

    String missing() {
        return missing;
    }
}
