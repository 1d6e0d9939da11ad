package semblance.app.window.search;

import java.util.List;

import semblance.app.window.grid.ShownPhoto;

/// What the library answers.
///
/// @param relevant photos that clearly show what was asked for, best first; all photos if everything was asked for
/// @param weaker   the nearest of the others, best first
/// @param searched photos that were looked at
public record Answer(Query query, List<ShownPhoto> relevant, List<ShownPhoto> weaker, long searched) {
    public boolean isEmpty() {
        return relevant.isEmpty() && weaker.isEmpty();
    }
}
