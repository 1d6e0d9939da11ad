package semblance.indexer.catalog;

/// Where a text that stands with a photo comes from. [TextTable] knows how to read each, the index how much it counts.
public enum TextSource {
    /// Names of its files, without extension.
    NAME,
    /// Names of the folders it lies in, from the one the user added on.
    FOLDER,
    /// Tags that the user has confirmed. Suggested ones say no more than the embedding they were made of.
    TAG,
    /// Keywords that other programs have written, and those above them.
    KEYWORD,
    /// Its title.
    TITLE,
    /// Its description.
    DESCRIPTION
}
