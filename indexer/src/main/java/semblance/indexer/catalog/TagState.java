package semblance.indexer.catalog;

/// How a tag stands to a photo.
public enum TagState {
    /// The program holds it for right; it may change its mind.
    SUGGESTED,
    /// The user has said that it is right, or has added it.
    CONFIRMED,
    /// The user has said that it is wrong: it is never suggested for this photo again.
    REJECTED
}
