package semblance.indexer.index;

import semblance.indexer.catalog.TextSource;

/// A text of a photo in which words of a query stand.
public record TextMatch(TextSource source, String text) {
    /// For the user, such as `folder “Rome 2019”`.
    public String words() {
        return switch (source) {
            case NAME -> "file name";
            case FOLDER -> "folder";
            case TAG -> "tag";
        } + " “" + text + "”";
    }
}
