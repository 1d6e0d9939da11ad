package semblance.indexer.query;

/// What a part of a query is about.
public sealed interface Subject {
    /// Words that belong together.
    ///
    /// @param text not blank
    record Phrase(String text) implements Subject {
    }

    /// A picture.
    ///
    /// @param file its path or the end of it, as typed
    record Like(String file) implements Subject {
    }
}
