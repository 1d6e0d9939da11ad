package semblance.app.window.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import semblance.app.details.OccasionWords;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.wording.Counted;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.AlikeTable.Alike;
import semblance.indexer.catalog.ListedPhoto;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.index.TextMatch;
import semblance.indexer.occasion.Occasion;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.search.Why;

/// Answers queries from a library. Thread-safe.
public final class LibraryFinder implements PhotoFinder {
    private static final SearchOptions OPTIONS = new SearchOptions(2000, Strictness.NORMAL);
    /// Beyond these nobody looks for what did not stand out.
    private static final int WEAKER = 120;
    private static final int PAGE = 50_000;

    private final PhotoLibrary library;

    public LibraryFinder(PhotoLibrary library) {
        this.library = library;
    }

    @Override
    public Answer find(Query query) throws IOException, DecodeException {
        return switch (query) {
            case Query.Everything everything -> all(everything);
            case Query.Typed typed -> answer(typed, library.search().find(typed.query(), OPTIONS));
            case Query.LikePictures like -> answer(like, like.pictures().size() == 1
                    ? library.search().similarTo(like.pictures().getFirst(), OPTIONS)
                    : library.search().similarTo(like.pictures(), OPTIONS));
            case Query.SameMoment moment -> occasion(moment);
        };
    }

    private static Answer answer(Query query, SearchResult result) {
        List<ShownPhoto> first = shown(result, LibraryFinder::isFirst);
        List<ShownPhoto> relevant = shown(result, hit -> hit.relevant() && !isFirst(hit));
        List<ShownPhoto> weaker = shown(result, hit -> !hit.relevant());
        return new Answer(query, first, relevant, weaker.subList(0, Math.min(WEAKER, weaker.size())),
                result.searched(), result.notes());
    }

    private static boolean isFirst(Hit hit) {
        return hit.why() == Why.TAGGED || hit.why() == Why.NAMED;
    }

    private static List<ShownPhoto> shown(SearchResult result, Predicate<Hit> which) {
        return result.hits().stream().filter(which).map(hit -> shown(hit, result.alike().get(hit.photoId()))).toList();
    }

    private static ShownPhoto shown(Hit hit, @Nullable Alike alike) {
        return new ShownPhoto(hit.photoId(), hit.path(), hit.hasScore() ? hit.score() : null,
                hit.moment().orElse(null), reason(hit),
                alike == null ? null : alike.number() + " of " + alike.of() + " alike");
    }

    private static String reason(Hit hit) {
        return switch (hit.why()) {
            case TAGGED -> "you confirmed this tag";
            case NAMED -> "its name";
            case WRITTEN -> hit.written().map(TextMatch::words).orElse("");
            case SHOWS, FITS -> "";
        };
    }

    private Answer occasion(Query.SameMoment moment) {
        @Nullable
        Occasion occasion = library.photos().occasion(moment.photoId()).orElse(null);
        List<ShownPhoto> photos = occasion instanceof Occasion.Known known && known.photos().size() > 1
                ? known.photos().stream().map(photo -> new ShownPhoto(photo.photoId(), null, null)).toList()
                : List.of();
        String title = switch (occasion) {
            case null -> "The photo has left the library.";
            case Occasion.TimeUnknown unknown -> OccasionWords.unknown(unknown, Locale.getDefault());
            case Occasion.Known known when photos.isEmpty() -> OccasionWords.ALONE;
            case Occasion.Known known -> Counted.of(photos.size(), "photo") + " of the same moment: "
                    + OccasionWords.span(known, Locale.getDefault());
        };
        return new Answer(moment, List.of(), photos, List.of(), Math.max(1, photos.size()), List.of(), title);
    }

    private Answer all(Query everything) {
        List<ShownPhoto> photos = new ArrayList<>();
        List<ListedPhoto> page = library.photos().newestFirst(ListedPhoto.START, PAGE);
        while (!page.isEmpty()) {
            page.forEach(photo -> photos.add(new ShownPhoto(photo.photoId(), null, null)));
            page = page.size() < PAGE ? List.of() : library.photos().newestFirst(page.getLast(), PAGE);
        }
        return new Answer(everything, List.of(), photos, List.of(), photos.size(), List.of());
    }
}
