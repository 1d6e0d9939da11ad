package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import semblance.indexer.catalog.AlikeTable.Alike;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.index.TextView;
import semblance.indexer.index.VectorView;
import semblance.indexer.query.Completion;
import semblance.indexer.query.Condition.StateIs;
import semblance.indexer.query.Filter;
import semblance.indexer.query.Key;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.PhotoState;
import semblance.indexer.query.QueryException;
import semblance.model.Embedding;

/// Searches the library in one embedding space. Thread-safe; each call sees the library as it is at that moment.
public final class PhotoSearch {
    private final Catalog catalog;
    private final VectorView view;
    private final EncoderHost encoders;
    private final PictureEmbeddings pictures;
    private final QueryEncoder queries;
    private final RankedPhotos ranked;

    public PhotoSearch(Catalog catalog, VectorView view, TextView texts, EncoderHost encoders, PhotoDecoder decoder) {
        this.catalog = catalog;
        this.view = view;
        this.ranked = new RankedPhotos(catalog, view, new TextMatches(catalog, texts));
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
    /// confirmed that tag come first, then those of that name; behind them, what is written with photos counts beside what they
    /// show. With filters alone, those taken last come first.
    ///
    /// @throws QueryException if it is empty, or the library cannot answer it; the message is for the user
    /// @throws IOException    if a picture that it names cannot be read
    public SearchResult find(PhotoQuery query, SearchOptions options) throws IOException {
        refuseEmpty(query);
        Scope scope = Scope.of(query, catalog);
        List<Hit> hits = query.ranks()
                ? ranked.hits(query, queries.encode(query).toArray(), scope, options)
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
        Map<Long, Path> paths = catalog.read(session -> session.photos().paths(newest));
        List<Hit> hits = new ArrayList<>();
        for (long photoId : newest) {
            Path path = paths.get(photoId);
            if (path != null) {
                hits.add(new Hit(hits.size() + 1, Double.NaN, true, photoId, path, Why.FITS, Optional.empty(),
                        Optional.empty()));
            }
        }
        return List.copyOf(hits);
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
        return similarTo(Map.of(path, pictures.of(path)), options);
    }

    /// Finds the photos most like several pictures together: those nearest to the middle between them. They themselves are
    /// left out.
    ///
    /// @param pictures at least one
    /// @throws IOException    if a picture cannot be read
    /// @throws QueryException if one is no picture that can be decoded; the message names it
    public SearchResult similarTo(List<Path> pictures, SearchOptions options) throws IOException {
        Map<Path, Embedding> points = new LinkedHashMap<>();
        for (Path picture : pictures) {
            Path path = picture.toRealPath();
            try {
                points.put(path, this.pictures.of(path));
            } catch (DecodeException e) {
                throw new QueryException(picture + " cannot be used: " + e.getMessage());
            }
        }
        return similarTo(points, options);
    }

    private SearchResult similarTo(Map<Path, Embedding> pictures, SearchOptions options) {
        Composition middle = new Composition();
        pictures.values().forEach(point -> middle.addPicture(point, 1));
        Set<Long> themselves = pictures.keySet().stream().flatMap(path -> photoAt(path).stream())
                .collect(Collectors.toSet());
        return new SearchResult(
                ranked.nearest(middle.point().toArray(), id -> !themselves.contains(id), options), view.photos(),
                view.photos(), List.of());
    }

    /// What the word that a user is typing may become: keys that the library has data for, and their values in it.
    ///
    /// @param caret where the user types, in `char`s
    public Completion complete(String text, int caret) {
        return catalog.read(session -> Completion.at(text, caret,
                List.of(Key.values()), session.filters(ZoneId.systemDefault())::values));
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
        return ranked.place(photoId, query, queries.encode(query).toArray(), scope, strictness);
    }

    private Optional<Placement> listedPlace(long photoId, PhotoSet admitted, boolean alikeFirst) {
        List<Long> listed = order(admitted, alikeFirst, Integer.MAX_VALUE);
        int index = listed.indexOf(photoId);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Placement(index + 1, view.photos(), Double.NaN, true, Double.NaN, Why.FITS));
    }
}
