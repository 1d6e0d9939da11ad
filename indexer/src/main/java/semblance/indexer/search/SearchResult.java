package semblance.indexer.search;

import java.util.List;
import java.util.Map;

import semblance.indexer.catalog.AlikeTable.Alike;

/// Answer to a query.
///
/// @param hits     best first; the relevant ones come before all others
/// @param searched photos in the library that can be found
/// @param admitted those of them that the filters of the query let through
/// @param notes    what the user should know about the answer, in sentences
/// @param alike    where hits stand among photos like them, by photo id, if the query asks for duplicates
public record SearchResult(List<Hit> hits, long searched, long admitted, List<String> notes, Map<Long, Alike> alike) {
    /// Of a query that does not ask for duplicates.
    public SearchResult(List<Hit> hits, long searched, long admitted, List<String> notes) {
        this(hits, searched, admitted, notes, Map.of());
    }
}
