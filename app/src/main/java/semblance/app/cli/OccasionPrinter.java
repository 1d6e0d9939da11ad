package semblance.app.cli;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import semblance.app.details.OccasionWords;
import semblance.indexer.PathStanding;
import semblance.indexer.PathStanding.Indexed;
import semblance.indexer.Photos;
import semblance.indexer.catalog.TakenPhoto;
import semblance.indexer.occasion.Occasion;

/// Lists the photos that were taken on one occasion.
final class OccasionPrinter {
    /// The JSON document of a photo: that of a hit, which has no score, with when it was taken; stable from release to release.
    ///
    /// @param rank  in the order of time
    /// @param taken by the clock there, as ISO writes it, with its offset from UTC if that is known
    record TakenDocument(int rank, @Nullable Double score, boolean relevant, String path, String taken) {
    }

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Session session;
    private final SearchOptionsMixin options;
    private final Photos photos;

    OccasionPrinter(Session session, SearchOptionsMixin options, Photos photos) {
        this.session = session;
        this.options = options;
        this.photos = photos;
    }

    /// @throws CommandFailure if it is no photo of the library, or it is not known when it was taken
    void print(Path image) {
        PathStanding standing = photos.inquire(image);
        if (!(standing.fate() instanceof Indexed indexed)) {
            throw new CommandFailure(StandingPrinter.reason(standing));
        }
        Occasion occasion = photos.occasion(indexed.photoId())
                .orElseThrow(() -> new CommandFailure(OneLine.of(image) + " has just left the library."));
        switch (occasion) {
            case Occasion.TimeUnknown unknown ->
                throw new CommandFailure(
                        OneLine.of(image) + ": " + OccasionWords.unknown(unknown, Locale.getDefault()));
            case Occasion.Known known -> list(known, indexed.photoId());
        }
    }

    private void list(Occasion.Known occasion, long asked) {
        int count = occasion.photos().size();
        if (count == 1) {
            session.tell(OccasionWords.ALONE);
            return;
        }
        session.tell(LibrarySentence.number(count, "photo", "photos") + ", "
                + OccasionWords.span(occasion, Locale.getDefault()) + ":");
        List<TakenPhoto> shown = nearest(occasion.photos(), asked);
        Map<Long, Path> paths = photos.paths(shown.stream().map(TakenPhoto::photoId).toList());
        int rank = occasion.photos().indexOf(shown.getFirst());
        for (TakenPhoto photo : shown) {
            rank++;
            Path path = paths.get(photo.photoId());
            if (path != null) {
                print(photo, path, rank);
            }
        }
        if (shown.size() < count) {
            session.tell(LibrarySentence.number(count - shown.size(), "photo", "photos")
                    + " not shown. --top N shows more.");
        }
    }

    private void print(TakenPhoto photo, Path path, int rank) {
        if (options.json()) {
            new JsonLines(session.out()).print(new TakenDocument(rank, null, true, path.toString(),
                    MetadataDocument.iso(photo.taken())));
        } else if (options.zero()) {
            session.out().print(path + "\0");
        } else {
            session.out().println(photo.taken().local().format(CLOCK) + "  " + OneLine.of(path));
        }
    }

    /// As many as are wanted, around the one that was asked about.
    private List<TakenPhoto> nearest(List<TakenPhoto> all, long asked) {
        int count = Math.min(options.top, all.size());
        int at = all.stream().map(TakenPhoto::photoId).toList().indexOf(asked);
        int from = Math.clamp(at - count / 2, 0, all.size() - count);
        return all.subList(from, from + count);
    }
}
