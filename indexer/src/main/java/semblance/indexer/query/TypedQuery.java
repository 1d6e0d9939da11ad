package semblance.indexer.query;

import java.util.Optional;

/// What a user has typed so far.
///
/// @param query  what of it can be searched for: all of it, or all but its last part while that is wrong
/// @param mistake in it
public record TypedQuery(Optional<PhotoQuery> query, Optional<QueryException> mistake) {
    /// Reads it. A mistake in the last part, which may not be finished, leaves a query of what stands before, to which an
    /// open quote or bracket counts as closed; one further in front leaves no query.
    public static TypedQuery read(String text) {
        try {
            return new TypedQuery(Optional.of(QueryParser.parse(text)), Optional.empty());
        } catch (QueryException mistake) {
            return new TypedQuery(mistake.atEnd() ? understood(text, mistake) : Optional.empty(),
                    Optional.of(mistake));
        }
    }

    private static Optional<PhotoQuery> understood(String text, QueryException mistake) {
        String closed = text;
        QueryException open = mistake;
        while (!open.missing().isEmpty()) {
            closed += open.missing();
            try {
                return Optional.of(QueryParser.parse(closed));
            } catch (QueryException e) {
                open = e;
            }
        }
        try {
            return Optional.of(QueryParser.parse(text.substring(0, mistake.part())));
        } catch (QueryException e) {
            return Optional.empty();
        }
    }

    /// Whether the mistake, if there is one, may go away as the user types on.
    public boolean mayBeUnfinished() {
        return mistake.isPresent() && query.isPresent();
    }
}
