package semblance.indexer.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoSet;
import semblance.indexer.index.Nearest;
import semblance.indexer.index.Place;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.index.TextHit;
import semblance.indexer.index.TextMatch;
import semblance.indexer.index.VectorView;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.search.FirstMatches.Group;
import semblance.indexer.search.Fusion.Fused;

/// Puts the photos that a query is about in their order: those that fit it exactly, then all others by what they show and what
/// is written with them.
final class RankedPhotos {
    private final Catalog catalog;
    private final VectorView view;
    private final TextMatches texts;

    RankedPhotos(Catalog catalog, VectorView view, TextMatches texts) {
        this.catalog = catalog;
        this.view = view;
        this.texts = texts;
    }

    /// The first photos of the answer to a query.
    ///
    /// @param point the query in the embedding space
    List<Hit> hits(PhotoQuery query, float[] point, Scope scope, SearchOptions options) {
        Hits hits = new Hits(options);
        for (Group group : scope.first()) {
            hits.add(view.nearest(point, options.top(), group.photos()), group.why());
        }
        LongPredicate rest = scope.rest();
        List<TextHit> written = texts.of(query, rest);
        Nearest nearest = view.nearest(point,
                written.isEmpty() ? options.top() : Math.max(options.top(), Fusion.DEPTH), rest);
        if (written.isEmpty()) {
            hits.add(nearest, Why.SHOWS);
        } else {
            List<Fused> fused = fused(point, nearest, written, options.strictness());
            hits.add(fused.subList(0, Math.min(options.top(), fused.size())), query);
        }
        return hits.list();
    }

    private List<Fused> fused(float[] point, Nearest nearest, List<TextHit> written, Strictness strictness) {
        PhotoSet photos = PhotoSet.of(written.stream().map(TextHit::photoId).toList());
        return Fusion.fuse(nearest.photos(), written, view.nearest(point, written.size(), photos).photos(),
                cut(nearest, strictness));
    }

    private static RelevanceCut cut(Nearest nearest, Strictness strictness) {
        double best = nearest.photos().isEmpty() ? 0 : nearest.photos().getFirst().score();
        return RelevanceCut.of(strictness, nearest.distribution(), best);
    }

    /// The photos nearest to a point.
    List<Hit> nearest(float[] point, LongPredicate allowed, SearchOptions options) {
        Hits hits = new Hits(options);
        hits.add(view.nearest(point, options.top(), allowed), Why.SHOWS);
        return hits.list();
    }

    /// Hits in their order.
    private final class Hits {
        private final SearchOptions options;
        private final List<Hit> hits = new ArrayList<>();

        Hits(SearchOptions options) {
            this.options = options;
        }

        void add(Nearest nearest, Why why) {
            RelevanceCut cut = cut(nearest, options.strictness());
            Map<Long, Path> paths = paths(nearest.photos().stream().map(ScoredPhoto::photoId).toList());
            nearest.photos().forEach(
                    photo -> add(photo, why != Why.SHOWS || cut.passes(photo.score()), paths, why, Optional.empty()));
        }

        void add(List<Fused> photos, PhotoQuery query) {
            Map<Long, Path> paths = paths(photos.stream().map(fused -> fused.photo().photoId()).toList());
            Map<Long, TextMatch> matches = texts.texts(query,
                    photos.stream().filter(Fused::written).map(fused -> fused.photo().photoId()).toList());
            photos.forEach(fused -> add(fused.photo(), fused.relevant(), paths,
                    fused.written() ? Why.WRITTEN : Why.SHOWS,
                    Optional.ofNullable(matches.get(fused.photo().photoId()))));
        }

        private void add(ScoredPhoto photo, boolean relevant, Map<Long, Path> paths, Why why,
                Optional<TextMatch> written) {
            Path path = paths.get(photo.photoId());
            if (path != null && hits.size() < options.top()) {
                hits.add(new Hit(hits.size() + 1, photo.score(), relevant, photo.photoId(), path, why, moment(photo),
                        written));
            }
        }

        private static Optional<Duration> moment(ScoredPhoto photo) {
            return photo.atMs() == ScoredPhoto.NO_MOMENT
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(photo.atMs()));
        }

        private Map<Long, Path> paths(List<Long> photoIds) {
            return catalog.read(session -> session.photos().paths(photoIds));
        }

        List<Hit> list() {
            return List.copyOf(hits);
        }
    }

    /// Finds out where a photo stands in the answer to a query.
    ///
    /// @param photoId admitted by the query
    /// @return nothing if searches cannot find it
    Optional<Placement> place(long photoId, PhotoQuery query, float[] point, Scope scope, Strictness strictness) {
        long before = 0;
        for (Group group : scope.first()) {
            long rank = before;
            if (group.photos().test(photoId)) {
                return view.place(point, photoId, group.photos())
                        .map(place -> placement(place, rank, group.why(), strictness));
            }
            before += view.nearest(point, group.photos().size(), group.photos()).photos().size();
        }
        long first = before;
        LongPredicate rest = scope.rest();
        List<TextHit> written = texts.of(query, rest);
        Optional<Placement> shown = view.place(point, photoId, rest)
                .map(place -> placement(place, first, Why.SHOWS, strictness));
        return written.isEmpty()
                ? shown
                : shown.map(place -> fusedPlace(place, photoId, point, rest, first, written, strictness));
    }

    /// @param shown where it would stand by what it shows alone
    private Placement fusedPlace(Placement shown, long photoId, float[] point, LongPredicate rest, long first,
            List<TextHit> written, Strictness strictness) {
        List<Fused> fused = fused(point, view.nearest(point, Fusion.DEPTH, rest), written, strictness);
        for (int i = 0; i < fused.size(); i++) {
            Fused found = fused.get(i);
            if (found.photo().photoId() == photoId) {
                return new Placement(first + i + 1, shown.of(), shown.score(), found.relevant(), shown.cut(),
                        found.written() ? Why.WRITTEN : Why.SHOWS);
            }
        }
        // It comes behind all of these: behind those that show more, and those for which something is written.
        long overtaking = fused.stream().filter(other -> other.relevant() || !shown.relevant())
                .filter(other -> other.photo().score() < shown.score()
                        || (other.photo().score() == shown.score() && other.photo().photoId() > photoId))
                .count();
        return new Placement(shown.rank() + overtaking, shown.of(), shown.score(), shown.relevant(), shown.cut(),
                Why.SHOWS);
    }

    private Placement placement(Place place, long before, Why why, Strictness strictness) {
        RelevanceCut cut = RelevanceCut.of(strictness, place.distribution(), place.best());
        return new Placement(before + place.before() + 1, view.photos(), place.score(),
                why != Why.SHOWS || cut.passes(place.score()), cut.least(), why);
    }
}
