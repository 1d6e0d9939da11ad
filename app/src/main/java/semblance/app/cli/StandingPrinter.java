package semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import semblance.app.details.PhotoFacts;
import semblance.indexer.PathStanding;
import semblance.indexer.PathStanding.Directory;
import semblance.indexer.PathStanding.Excluded;
import semblance.indexer.PathStanding.Failed;
import semblance.indexer.PathStanding.Indexed;
import semblance.indexer.PathStanding.NoFolder;
import semblance.indexer.PathStanding.NoPicture;
import semblance.indexer.PathStanding.Unseen;
import semblance.indexer.PathStanding.Waiting;
import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.catalog.TagState;
import semblance.indexer.search.Placement;
import semblance.indexer.search.Why;

/// Says why a file is found or not.
final class StandingPrinter {
    /// The JSON document of a path; stable from release to release.
    ///
    /// @param state   indexed, pending, failed, skipped, excluded, unseen, no_folder or directory
    /// @param there   whether something is at the path at this moment
    /// @param offline whether its folder could not be reached when last looked at
    /// @param files   of the photo that it is, the one shown first
    /// @param rule    of the exclusion
    /// @param reason  a sentence for people
    record StandingDocument(String path, String state, boolean there, @Nullable String folder, boolean offline,
            @Nullable String rule, String reason, @Nullable String kind, int attempts, List<TagDocument> tags,
            List<String> files, @Nullable LibraryDocument counts, @Nullable PlaceDocument place,
            @Nullable MetadataDocument metadata) {
    }

    /// A tag in the document.
    record TagDocument(String tag, String state, @Nullable Double certainty) {
        static TagDocument of(PhotoTag tag) {
            return new TagDocument(tag.tag(), tag.state().name().toLowerCase(Locale.ROOT),
                    tag.certainty().isPresent() ? tag.certainty().getAsDouble() : null);
        }
    }

    /// Where the photo stands in the answer to a query.
    ///
    /// @param rank  null if the query's filters leave it out
    /// @param score null then, and if the query is filters alone
    record PlaceDocument(String query, @Nullable Long rank, @Nullable Long of, @Nullable Double score, boolean relevant,
            @Nullable Double cut) {
    }

    /// A query with where the photo stands in its answer.
    ///
    /// @param placement nothing if the query's filters leave it out
    record Asked(String query, Optional<Placement> placement) {
    }

    private final Session session;

    StandingPrinter(Session session) {
        this.session = session;
    }

    /// @param details of the photo, if the path is one
    void print(PathStanding standing, Optional<PhotoDetails> details, Optional<Asked> asked) {
        session.out().println(reason(standing));
        if (standing.isOffline()) {
            session.out().println("  Its folder " + OneLine.of(standing.folder().orElseThrow().path())
                    + " cannot be reached at present.");
        }
        if (standing.files().size() > 1) {
            session.out().println("  " + files(standing));
        }
        if (standing.fate() instanceof Indexed indexed && !indexed.tags().isEmpty()) {
            session.out().println("  Tags: " + indexed.tags().stream().map(StandingPrinter::tag)
                    .collect(Collectors.joining(", ")) + ".");
        }
        details.stream().flatMap(photo -> PhotoFacts.of(photo, Locale.getDefault()).stream())
                .forEach(fact -> session.out().println("  " + fact.name() + ": " + OneLine.of(fact.text())));
        asked.ifPresent(it -> session.out().println("  " + sentence(it)));
    }

    /// @param details of the photo, if the path is one
    void printJson(PathStanding standing, Optional<PhotoDetails> details, Optional<Asked> asked) {
        Failed failed = standing.fate() instanceof Failed it ? it : null;
        new JsonLines(session.out()).print(new StandingDocument(standing.path().toString(), state(standing),
                standing.there(), standing.folder().map(folder -> folder.path().toString()).orElse(null),
                standing.isOffline(),
                standing.fate() instanceof Excluded it ? it.exclusion().rule().name().toLowerCase(Locale.ROOT) : null,
                reason(standing), failed == null ? null : failed.failure().kind().name().toLowerCase(Locale.ROOT),
                failed == null ? 0 : failed.failure().attempts(),
                standing.fate() instanceof Indexed it ? it.tags().stream().map(TagDocument::of).toList() : List.of(),
                standing.files().stream().map(Path::toString).toList(),
                standing.fate() instanceof Directory it ? LibraryDocument.of(it.counts(), 0, 0) : null,
                asked.map(StandingPrinter::document).orElse(null),
                details.map(MetadataDocument::of).orElse(null)));
    }

    private static String state(PathStanding standing) {
        return switch (standing.fate()) {
            case NoFolder _ -> "no_folder";
            case Excluded _ -> "excluded";
            case Unseen _ -> "unseen";
            case Waiting _ -> "pending";
            case Failed _ -> "failed";
            case NoPicture _ -> "skipped";
            case Indexed _ -> "indexed";
            case Directory _ -> "directory";
        };
    }

    /// What became of a path, in a sentence or two.
    static String reason(PathStanding standing) {
        String path = OneLine.of(standing.path());
        String gone = standing.there() ? "" : " It is not there at this moment.";
        return switch (standing.fate()) {
            case NoFolder _ -> path + " is in no folder of the library." + (standing.there()
                    ? " Index the folder that holds it: semblance index FOLDER"
                    : " It is not there either: check the name.");
            case Excluded excluded -> path + " is not indexed: " + excluded.exclusion().sentence();
            case Unseen _ -> standing.there()
                    ? path + " has not been seen yet. Look for what is new: semblance index"
                    : path + " is not there, and the library does not know it. Check the name.";
            case Waiting _ -> path + " waits to be indexed: semblance index goes on." + gone;
            case Failed failed -> path + " could not be indexed ("
                    + failed.failure().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                    + LibrarySentence.number(failed.failure().attempts(), "attempt", "attempts") + "): "
                    + failed.failure().message() + gone;
            case NoPicture _ -> path + " is not a picture." + gone;
            case Indexed indexed -> path + " is indexed."
                    + (indexed.whole() ? "" : " A part of the picture is missing or garbled.") + gone;
            case Directory directory -> path + ": " + LibrarySentence.of(directory.counts()) + gone;
        };
    }

    private static String files(PathStanding standing) {
        String others = standing.files().stream().filter(file -> !file.equals(standing.path())).map(OneLine::of)
                .collect(Collectors.joining(", "));
        Path shown = standing.files().getFirst();
        return "It is one photo with " + others + ". Shown is "
                + (shown.equals(standing.path()) ? "this one." : OneLine.of(shown) + ".");
    }

    private static String tag(PhotoTag tag) {
        return tag.tag() + (tag.state() == TagState.CONFIRMED
                ? " (confirmed)"
                : tag.certainty().stream().mapToObj(certainty -> String.format(Locale.ROOT, " (%.2f)", certainty))
                        .findFirst().orElse(""));
    }

    private static String sentence(Asked asked) {
        if (asked.placement().isEmpty()) {
            return "For \"" + asked.query() + "\" it is not shown: the filters of the query leave it out.";
        }
        Placement place = asked.placement().get();
        String where = String.format(Locale.ROOT, "For \"%s\" it is number %,d of %,d", asked.query(), place.rank(),
                place.of());
        if (place.why() == Why.FITS) {
            return where + ": the filters let it through, and the latest come first.";
        }
        where += String.format(Locale.ROOT, ", with a score of %.3f", place.score());
        return where + switch (place.why()) {
            case TAGGED -> ": first, for you have confirmed this tag.";
            case NAMED -> ": among the first, for it is called that.";
            case WRITTEN -> ", and by what is written with it" + cut(place);
            case SHOWS, FITS -> cut(place);
        };
    }

    private static String cut(Placement place) {
        if (Double.isInfinite(place.cut())) {
            return ". In a library this small all photos are listed.";
        }
        return place.relevant()
                ? String.format(Locale.ROOT, ": above the cut at %.3f.", place.cut())
                : String.format(Locale.ROOT,
                        ": below the cut at %.3f, so it is not shown. --strictness loose lowers it.",
                        place.cut());
    }

    private static PlaceDocument document(Asked asked) {
        if (asked.placement().isEmpty()) {
            return new PlaceDocument(asked.query(), null, null, null, false, null);
        }
        Placement place = asked.placement().get();
        return new PlaceDocument(asked.query(), place.rank(), place.of(), finite(place.score()), place.relevant(),
                finite(place.cut()));
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
