package semblance.app.window.search;

import java.util.List;

import semblance.app.window.grid.ShownPhoto;

/// What the library answers.
///
/// @param first    photos that come before all others: the user has confirmed the tag asked for, or their name is that
/// @param relevant photos that clearly show what was asked for, best first; all photos if everything was asked for
/// @param weaker   the nearest of the others, best first
/// @param searched photos that were looked at
/// @param notes    what the user should know about the answer, in sentences
/// @param title    what the photos are, if they are no answer to what is in the search box; or why there are none; else blank
public record Answer(Query query, List<ShownPhoto> first, List<ShownPhoto> relevant, List<ShownPhoto> weaker,
        long searched, List<String> notes, String title) {
    /// An answer to what is in the search box.
    public Answer(Query query, List<ShownPhoto> first, List<ShownPhoto> relevant, List<ShownPhoto> weaker,
            long searched,
            List<String> notes) {
        this(query, first, relevant, weaker, searched, notes, "");
    }

    /// How many photos clearly answer the query.
    public int matches() {
        return first.size() + relevant.size();
    }

    public boolean isEmpty() {
        return first.isEmpty() && relevant.isEmpty() && weaker.isEmpty();
    }
}
