package semblance.indexer.query;

import java.util.List;
import java.util.stream.Stream;

/// What has to be true of a photo.
public sealed interface Filter permits Filter.All, Filter.Any, Filter.Not, Condition {
    /// Each of them.
    ///
    /// @param filters two at least, none of them an [All]
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
            if (filters.size() < 2 || filters.stream().anyMatch(All.class::isInstance)) {
                throw new IllegalArgumentException("not in its shortest form: " + filters);
            }
        }
    }

    /// One of them at least.
    ///
    /// @param filters two at least, none of them an [Any]
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
            if (filters.size() < 2 || filters.stream().anyMatch(Any.class::isInstance)) {
                throw new IllegalArgumentException("not in its shortest form: " + filters);
            }
        }
    }

    /// The opposite.
    record Not(Filter filter) implements Filter {
    }

    /// Each of some, of which there is one at least.
    static Filter all(List<Filter> filters) {
        List<Filter> flat = filters.stream()
                .flatMap(filter -> filter instanceof All(List<Filter> inner) ? inner.stream() : Stream.of(filter))
                .toList();
        return flat.size() == 1 ? flat.getFirst() : new All(flat);
    }

    /// One of some, of which there is one at least.
    static Filter any(List<Filter> filters) {
        List<Filter> flat = filters.stream()
                .flatMap(filter -> filter instanceof Any(List<Filter> inner) ? inner.stream() : Stream.of(filter))
                .toList();
        return flat.size() == 1 ? flat.getFirst() : new Any(flat);
    }

    /// All conditions in it, in the order typed.
    default Stream<Condition> conditions() {
        return switch (this) {
            case All(List<Filter> filters) -> filters.stream().flatMap(Filter::conditions);
            case Any(List<Filter> filters) -> filters.stream().flatMap(Filter::conditions);
            case Not(Filter filter) -> filter.conditions();
            case Condition condition -> Stream.of(condition);
        };
    }
}
