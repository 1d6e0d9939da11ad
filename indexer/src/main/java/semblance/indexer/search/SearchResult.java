package semblance.indexer.search;

import java.util.List;

/// Answer to a query.
///
/// @param hits     best first; the relevant ones come before all others
/// @param searched photos in the library that can be found
public record SearchResult(List<Hit> hits, long searched) {
}
