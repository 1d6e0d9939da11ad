package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import semblance.indexer.catalog.AlikeTable.Alike;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoFilters;
import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.index.Nearest;
import semblance.indexer.index.Place;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.index.VectorView;
import semblance.indexer.query.Completion;
import semblance.indexer.query.Condition.StateIs;
import semblance.indexer.query.Filter;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.PhotoState;
import semblance.indexer.query.QueryException;
import semblance.indexer.search.FirstMatches.Group;
import semblance.model.Embedding;

/// Searches the library in one embedding space. Thread-safe; each call sees the library as it is at that moment.
public final class PhotoSearch {
    private final Catalog catalog;
    private final VectorView view;
    private final EncoderHost encoders;
    private final PictureEmbeddings pictures;
    private final QueryEncoder queries;

    public PhotoSearch(Catalog catalog, VectorView view, EncoderHost encoders, PhotoDecoder decoder) {
        this.catalog = catalog;
        this.view = view;
        this.encoders = encoders;
        this.pictures = new PictureEmbeddings(catalog, encoders, decoder);
        this.queries = new QueryEncoder(encoders, pictures);
    }

    /// Finds the photos that show what a text describes; nothing in it means more than its words.
    ///
    /// @throws IllegalArgumentException if the text is blank
    public SearchResult byText(String description, SearchOptions options) {
        try {
            return find(PhotoQuery.words(description), options);
        } catch (IOException e) {
            throw new IllegalStateException("words name no picture", e);
        }
    }

    /// Finds the photos that a query asks for. If all it says is the name of a tag or of a file, those for which the user has
    /// confirmed that tag come first, then those of that name. With filters alone, those taken last come first.
    ///
    /// @throws QueryException if it is empty, or the library cannot answer it; the message is for the user
    /// @throws IOException    if a picture that it names cannot be read
    public SearchResult find(PhotoQuery query, SearchOptions options) throws IOException {
        refuseEmpty(query);
        Scope scope = Scope.of(query, catalog);
        List<Hit> hits = query.ranks()
                ? ranked(queries.encode(query).toArray(), scope, options)
                : listed(scope.admitted().orElseThrow(), asksForDuplicates(query), options.top());
        return new SearchResult(hits, view.photos(), scope.admitted().map(set -> (long) set.size())
                .orElseGet(view::photos), notes(query), alike(query, hits));
    }

    private List<String> notes(PhotoQuery query) {
        return catalog.read(session -> query.filter()
                .flatMap(session.filters(ZoneId.systemDefault())::note).stream().toList());
    }

    private static void refuseEmpty(PhotoQuery query) {
        if (query.isEmpty()) {
            throw new QueryException("The query is empty. Describe what the photo shows, in quotes.");
        }
    }

    private List<Hit> ranked(float[] point, Scope scope, SearchOptions options) {
        Ranking ranking = new Ranking(options);
        for (Group group : scope.first()) {
            ranking.add(view.nearestOf(point, options.top(), group.photos()), group.why());
        }
        ranking.add(scope.namedRest().map(rest -> view.nearestOf(point, options.top(), rest))
                .orElseGet(() -> view.nearest(point, options.top(), scope.rest())), Why.SHOWS);
        return ranking.hits();
    }

    /// Hits in their order.
    private final class Ranking {
        private final SearchOptions options;
        private final List<Hit> hits = new ArrayList<>();

        Ranking(SearchOptions options) {
            this.options = options;
        }

        void add(Nearest nearest, Why why) {
            double best = nearest.photos().isEmpty() ? 0 : nearest.photos().getFirst().score();
            RelevanceCut cut = RelevanceCut.of(options.strictness(), nearest.distribution(), best);
            Map<Long, Path> paths = paths(nearest.photos().stream().map(ScoredPhoto::photoId).toList());
            for (ScoredPhoto photo : nearest.photos()) {
                Path path = paths.get(photo.photoId());
                if (path != null && hits.size() < options.top()) {
                    hits.add(new Hit(hits.size() + 1, photo.score(), why != Why.SHOWS || cut.passes(photo.score()),
                            photo.photoId(), path, why, moment(photo)));
                }
            }
        }

        private static Optional<Duration> moment(ScoredPhoto photo) {
            return photo.atMs() == ScoredPhoto.NO_MOMENT
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(photo.atMs()));
        }

        List<Hit> hits() {
            return List.copyOf(hits);
        }
    }

    private static boolean asksForDuplicates(PhotoQuery query) {
        return query.filter().stream().flatMap(Filter::conditions)
                .anyMatch(condition -> condition instanceof StateIs(PhotoState state) && state == PhotoState.DUPLICATE);
    }

    /// Photos alike after each other, if that is what they are listed for; others by time.
    private List<Long> order(PhotoSet admitted, boolean alikeFirst, int top) {
        return catalog.read(session -> {
            Set<Long> order = new LinkedHashSet<>();
            if (alikeFirst) {
                session.alike().places(admitted, top).forEach(place -> order.add(place.getKey()));
            }
            session.listing().newestOf(admitted, top).forEach(photo -> order.add(photo.photoId()));
            return order.stream().limit(top).toList();
        });
    }

    private Map<Long, Alike> alike(PhotoQuery query, List<Hit> hits) {
        if (!asksForDuplicates(query)) {
            return Map.of();
        }
        PhotoSet found = PhotoSet.of(hits.stream().map(Hit::photoId).toList());
        return catalog.read(session -> session.alike().places(found, Integer.MAX_VALUE)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Hit> listed(PhotoSet admitted, boolean alikeFirst, int top) {
        List<Long> newest = order(admitted, alikeFirst, top);
        Map<Long, Path> paths = paths(newest);
        List<Hit> hits = new ArrayList<>();
        for (long photoId : newest) {
            Path path = paths.get(photoId);
            if (path != null) {
                hits.add(new Hit(hits.size() + 1, Double.NaN, true, photoId, path, Why.FITS, Optional.empty()));
            }
        }
        return List.copyOf(hits);
    }

    private Map<Long, Path> paths(List<Long> photoIds) {
        return catalog.read(session -> session.photos().paths(photoIds));
    }

    /// Maps a description into the embedding space.
    public Embedding embed(String description) {
        return encoders.encodeText(description.strip());
    }

    /// Finds the k photos nearest to a point of the embedding space, best first.
    public List<ScoredPhoto> nearest(Embedding query, int k) {
        return view.nearest(query.toArray(), k, _ -> true).photos();
    }

    /// The photo that a file is.
    ///
    /// @param path absolute, without links
    public Optional<Long> photoAt(Path path) {
        return pictures.photoAt(path);
    }

    /// Finds the photos most like a picture, which may lie in the library or elsewhere; not that photo itself.
    ///
    /// @throws IOException     if the picture cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    public SearchResult similarTo(Path picture, SearchOptions options) throws IOException, DecodeException {
        Path path = picture.toRealPath();
        Optional<Long> photo = photoAt(path);
        LongPredicate others = id -> photo.isEmpty() || photo.get() != id;
        Ranking ranking = new Ranking(options);
        ranking.add(view.nearest(pictures.of(path).toArray(), options.top(), others), Why.SHOWS);
        return new SearchResult(ranking.hits(), view.photos(), view.photos(), List.of());
    }

    /// What the word that a user is typing may become: keys that the library has data for, and their values in it.
    ///
    /// @param caret where the user types, in `char`s
    public Completion complete(String text, int caret) {
        return catalog.read(session -> Completion.at(text, caret,
                PhotoFilters.known().stream().sorted().toList(), session.filters(ZoneId.systemDefault())::values));
    }

    /// Whether the filters of a query let a photo through.
    ///
    /// @throws QueryException if the library cannot tell; the message is for the user
    public boolean admits(long photoId, PhotoQuery query) {
        return Scope.of(query, catalog).admits(photoId);
    }

    /// Finds out where a photo stands in the answer to a query.
    ///
    /// @return nothing if searches cannot find it, or the query's filters leave it out
    /// @throws QueryException if it is empty, or the library cannot answer it; the message is for the user
    /// @throws IOException    if a picture that it names cannot be read
    public Optional<Placement> place(long photoId, PhotoQuery query, Strictness strictness)
            throws IOException {
        refuseEmpty(query);
        Scope scope = Scope.of(query, catalog);
        if (!scope.admits(photoId)) {
            return Optional.empty();
        }
        if (!query.ranks()) {
            return listedPlace(photoId, scope.admitted().orElseThrow(), asksForDuplicates(query));
        }
        float[] point = queries.encode(query).toArray();
        long before = 0;
        for (Group group : scope.first()) {
            long rank = before;
            if (group.photos().test(photoId)) {
                return view.place(point, photoId, group.photos())
                        .map(place -> placement(place, rank, group.why(), strictness));
            }
            before += view.nearestOf(point, group.photos().size(), group.photos()).photos().size();
        }
        long rank = before;
        return view.place(point, photoId, scope.rest()).map(place -> placement(place, rank, Why.SHOWS, strictness));
    }

    private Optional<Placement> listedPlace(long photoId, PhotoSet admitted, boolean alikeFirst) {
        List<Long> listed = order(admitted, alikeFirst, Integer.MAX_VALUE);
        int index = listed.indexOf(photoId);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Placement(index + 1, view.photos(), Double.NaN, true, Double.NaN, Why.FITS));
    }

    private Placement placement(Place place, long before, Why why, Strictness strictness) {
        RelevanceCut cut = RelevanceCut.of(strictness, place.distribution(), place.best());
        return new Placement(before + place.before() + 1, view.photos(), place.score(),
                why != Why.SHOWS || cut.passes(place.score()), cut.least(), why);
    }
}
