package semblance.indexer.index;

import semblance.indexer.catalog.TextSource;

/// A text of a photo in which words of a query stand.
public record TextMatch(TextSource source, String text) {
    private static final int LONGEST = 60;

    /// For the user, such as `folder “Rome 2019”`.
    public String words() {
        return switch (source) {
            case NAME -> "file name";
            case FOLDER -> "folder";
            case TAG -> "tag";
            case KEYWORD -> "keyword";
            case TITLE -> "title";
            case DESCRIPTION -> "description";
        } + " “" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "”";
    }
}
