package semblance.indexer.search;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoFilters;
import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.search.FirstMatches.Group;

/// Which photos a query is about.
///
/// @param admitted by its filters; empty if it has none
/// @param first    those that come before all others
record Scope(Optional<PhotoSet> admitted, List<Group> first) {
    /// Finds it.
    ///
    /// @throws semblance.indexer.query.QueryException if the catalog has no data for a filter
    static Scope of(PhotoQuery query, Catalog catalog) {
        return catalog.read(session -> {
            PhotoFilters filters = session.filters(ZoneId.systemDefault());
            Optional<PhotoSet> admitted = query.filter().map(filters::matching);
            return new Scope(admitted, new FirstMatches(session, filters).of(query, admitted));
        });
    }

    private PhotoSet allFirst() {
        return first.stream().map(Group::photos).reduce(PhotoSet::or).orElse(PhotoSet.of(List.of()));
    }

    /// Those behind the first ones.
    LongPredicate rest() {
        PhotoSet before = allFirst();
        return admitted.<LongPredicate>map(photos -> photos.without(before)).orElse(id -> !before.test(id));
    }

    boolean admits(long photoId) {
        return admitted.isEmpty() || admitted.get().test(photoId);
    }
}
