package semblance.app.window.search;

/// What has come of the latest query.
public sealed interface SearchState {
    /// Nothing was asked yet.
    record Unasked() implements SearchState {
    }

    /// It was answered.
    record Answered(Answer answer) implements SearchState {
    }

    /// It could not be answered.
    ///
    /// @param message for the user
    record Failed(Query query, String message) implements SearchState {
    }
}
