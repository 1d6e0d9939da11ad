package semblance.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.PhotoFilters;
import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.catalog.TagName;
import semblance.indexer.query.PhotoQuery;

/// Finds the photos that come before all others in an answer, for something the user has said or written fits the query
/// exactly.
final class FirstMatches {
    private final CatalogSession session;
    private final PhotoFilters filters;

    /// Photos with the reason.
    ///
    /// @param photos not empty, none of them in a group before
    record Group(Why why, PhotoSet photos) {
    }

    FirstMatches(CatalogSession session, PhotoFilters filters) {
        this.session = session;
        this.filters = filters;
    }

    /// The groups in their order.
    ///
    /// @param admitted by the query's filters; empty if it has none
    List<Group> of(PhotoQuery query, Optional<PhotoSet> admitted) {
        Optional<String> text = query.onlyText();
        if (text.isEmpty()) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        Set<Long> confirmed = TagName.find(text.get()).map(name -> session.tags().confirmed(name)).orElse(Set.of());
        PhotoSet tagged = admitted.map(PhotoSet.of(confirmed)::and).orElse(PhotoSet.of(confirmed));
        add(groups, Why.TAGGED, tagged);
        if (!text.get().contains(" ")) { // a search through all names is no price for a sentence
            PhotoSet named = filters.called(text.get()).without(tagged);
            add(groups, Why.NAMED, admitted.map(named::and).orElse(named));
        }
        return groups;
    }

    private static void add(List<Group> groups, Why why, PhotoSet photos) {
        if (!photos.isEmpty()) {
            groups.add(new Group(why, photos));
        }
    }
}
