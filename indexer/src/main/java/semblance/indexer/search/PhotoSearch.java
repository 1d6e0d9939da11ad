package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.TagName;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncodedImage;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.index.Nearest;
import semblance.indexer.index.Place;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.index.VectorView;
import semblance.model.Embedding;

/// Searches the library. Thread-safe; each call sees the library as it is at that moment.
public final class PhotoSearch {
    private final Catalog catalog;
    private final VectorView view;
    private final EncoderHost encoders;
    private final PhotoDecoder decoder;

    public PhotoSearch(Catalog catalog, VectorView view, EncoderHost encoders, PhotoDecoder decoder) {
        this.catalog = catalog;
        this.view = view;
        this.encoders = encoders;
        this.decoder = decoder;
    }

    /// Finds the photos that show what a text describes. If it is the name of a tag, those for which the user has confirmed
    /// that tag come first.
    ///
    /// @throws IllegalArgumentException if the text is blank
    public SearchResult byText(String description, SearchOptions options) {
        refuseBlank(description);
        float[] query = embed(description).toArray();
        Set<Long> confirmed = confirmed(description);
        return confirmed.isEmpty() ? search(query, options, _ -> true) : confirmedFirst(confirmed, query, options);
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
        return catalog.read(session -> session.folders().holding(path)
                .flatMap(folder -> session.files().photoAt(folder, path)));
    }

    /// Finds the photos most like a picture, which may lie in the library or elsewhere; not that photo itself.
    ///
    /// @throws IOException     if the picture cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    public SearchResult similarTo(Path picture, SearchOptions options) throws IOException, DecodeException {
        Path path = picture.toRealPath();
        Optional<Long> photo = photoAt(path);
        Optional<float[]> known = photo.flatMap(id -> catalog.read(session -> session.embeddings()
                .knownSpace(encoders.space()).flatMap(space -> session.embeddings().ofPhoto(id, space))));
        float[] query = known.isPresent() ? known.get() : encode(path).toArray();
        return search(query, options, id -> photo.isEmpty() || photo.get() != id);
    }

    private Set<Long> confirmed(String description) {
        return TagName.find(description).map(name -> catalog.read(session -> session.tags().confirmed(name)))
                .orElse(Set.of());
    }

    /// Finds out where a photo stands in the answer to a text.
    ///
    /// @return nothing if searches cannot find it
    /// @throws IllegalArgumentException if the text is blank
    public Optional<Placement> place(long photoId, String description, Strictness strictness) {
        refuseBlank(description);
        float[] query = embed(description).toArray();
        Set<Long> confirmed = confirmed(description);
        if (confirmed.contains(photoId)) {
            return view.place(query, photoId, confirmed::contains)
                    .map(place -> placement(place, 0, true, strictness));
        }
        long first = confirmed.isEmpty()
                ? 0
                : view.nearest(query, confirmed.size(), confirmed::contains).photos().size();
        return view.place(query, photoId, id -> !confirmed.contains(id))
                .map(place -> placement(place, first, false, strictness));
    }

    private Placement placement(Place place, long first, boolean confirmed, Strictness strictness) {
        RelevanceCut cut = RelevanceCut.of(strictness, place.distribution(), place.best());
        return new Placement(first + place.before() + 1, view.photos(), place.score(),
                confirmed || cut.passes(place.score()), cut.least(), confirmed);
    }

    private static void refuseBlank(String description) {
        if (description.isBlank()) {
            throw new IllegalArgumentException("The query is empty. Describe what the photo shows, in quotes.");
        }
    }

    private SearchResult confirmedFirst(Set<Long> confirmed, float[] query, SearchOptions options) {
        SearchResult first = search(query, options, confirmed::contains);
        SearchResult rest = search(query, options, id -> !confirmed.contains(id));
        List<Hit> hits = new ArrayList<>();
        first.hits().forEach(
                hit -> hits.add(new Hit(hits.size() + 1, hit.score(), true, hit.photoId(), hit.path())));
        rest.hits().stream().limit(options.top() - hits.size()).forEach(
                hit -> hits.add(new Hit(hits.size() + 1, hit.score(), hit.relevant(), hit.photoId(), hit.path())));
        return new SearchResult(List.copyOf(hits), rest.searched());
    }

    private SearchResult search(float[] query, SearchOptions options, LongPredicate allowed) {
        Nearest nearest = view.nearest(query, options.top(), allowed);
        double best = nearest.photos().isEmpty() ? 0 : nearest.photos().getFirst().score();
        RelevanceCut cut = RelevanceCut.of(options.strictness(), nearest.distribution(), best);
        Map<Long, Path> paths = catalog.read(session -> session.photos()
                .paths(nearest.photos().stream().map(ScoredPhoto::photoId).toList()));
        List<Hit> hits = new ArrayList<>();
        for (ScoredPhoto photo : nearest.photos()) {
            Path path = paths.get(photo.photoId());
            if (path != null) {
                hits.add(new Hit(hits.size() + 1, photo.score(), cut.passes(photo.score()), photo.photoId(), path));
            }
        }
        return new SearchResult(List.copyOf(hits), view.photos());
    }

    private Embedding encode(Path picture) throws IOException, DecodeException {
        int shortest = 2 * encoders.preprocessing().size();
        if (Files.size(picture) > DecodeLimits.DEFAULT.maxBytes()) {
            throw new DecodeException(DecodeException.Reason.TOO_LARGE, "With " + (Files.size(picture) >> 20)
                    + " MiB it is larger than any photo read here.");
        }
        var photo = decoder.decode(Files.readAllBytes(picture), shortest, shortest);
        return switch (encoders.encodeImages(List.of(encoders.crop(photo.image()))).getFirst()) {
            case EncodedImage.Succeeded succeeded -> succeeded.embedding();
            case EncodedImage.Failed failed -> throw new DecodeException(DecodeException.Reason.DAMAGED,
                    "no usable embedding can be made of it: " + failed.message());
        };
    }
}
