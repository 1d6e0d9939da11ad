package semblance.app.window.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import semblance.app.window.grid.ShownPhoto;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.ListedPhoto;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.index.TextMatch;
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
            case Query.LikePicture like -> answer(like, library.search().similarTo(like.picture(), OPTIONS));
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
        return result.hits().stream().filter(which).map(LibraryFinder::shown).toList();
    }

    private static ShownPhoto shown(Hit hit) {
        return new ShownPhoto(hit.photoId(), hit.path(), hit.hasScore() ? hit.score() : null,
                hit.moment().orElse(null), reason(hit));
    }

    private static String reason(Hit hit) {
        return switch (hit.why()) {
            case TAGGED -> "you confirmed this tag";
            case NAMED -> "its name";
            case WRITTEN -> hit.written().map(TextMatch::words).orElse("");
            case SHOWS, FITS -> "";
        };
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
