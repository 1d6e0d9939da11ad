package semblance.indexer.search;

import java.util.List;

/// Answer to a query.
///
/// @param hits     best first; the relevant ones come before all others
/// @param searched photos in the library that can be found
/// @param admitted those of them that the filters of the query let through
/// @param notes    what the user should know about the answer, in sentences
public record SearchResult(List<Hit> hits, long searched, long admitted, List<String> notes) {
}
