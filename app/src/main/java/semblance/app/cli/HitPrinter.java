package semblance.app.cli;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import semblance.indexer.VideoTime;
import semblance.indexer.index.TextMatch;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.search.Why;

/// Lists the photos found.
final class HitPrinter {
    /// The JSON document of a hit; stable from release to release.
    ///
    /// @param score   null if the query is filters alone
    /// @param seconds into a video, where its best frame lies; left out for photos
    /// @param why     `tagged`, `named` or `written`, where more than what the photo shows is a reason; else left out
    /// @param where   of what is written: `name`, `folder`, `tag`, `keyword`, `title`, `description`; else left out
    /// @param text    what is written there; else left out
    record HitDocument(int rank, @Nullable Double score, boolean relevant, String path,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double seconds,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String why,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String where,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {
        static HitDocument of(Hit hit) {
            return new HitDocument(hit.rank(), hit.hasScore() ? hit.score() : null, hit.relevant(),
                    hit.path().toString(), hit.moment().map(moment -> moment.toMillis() / 1e3).orElse(null),
                    hit.why() == Why.SHOWS || hit.why() == Why.FITS ? null : hit.why().name().toLowerCase(Locale.ROOT),
                    hit.written().map(text -> text.source().name().toLowerCase(Locale.ROOT)).orElse(null),
                    hit.written().map(TextMatch::text).orElse(null));
        }
    }

    private final Session session;
    private final SearchOptionsMixin options;

    HitPrinter(Session session, SearchOptionsMixin options) {
        this.session = session;
        this.options = options;
    }

    void print(SearchResult result) {
        result.notes().forEach(session::tell);
        List<Hit> relevant = result.hits().stream().filter(Hit::relevant).toList();
        if (result.searched() == 0) {
            session.tell("No photo is indexed yet. Begin with: semblance index FOLDER");
        } else if (result.admitted() == 0) {
            session.tell("No photo fits the filters of the query.");
        } else if (options.json()) {
            JsonLines json = new JsonLines(session.out());
            result.hits().forEach(hit -> json.print(HitDocument.of(hit)));
        } else if (options.zero()) {
            relevant.forEach(hit -> session.out().print(hit.path() + "\0"));
            if (relevant.isEmpty()) {
                session.tell("No photo stands out.");
            }
        } else if (relevant.isEmpty()) {
            session.tell("No photo stands out. The nearest:");
            list(result.hits());
        } else {
            list(relevant);
            tellOfWeaker(result.hits().size() - relevant.size());
        }
    }

    private void list(List<Hit> hits) {
        for (Hit hit : hits) {
            session.out().println((hit.hasScore() ? String.format(Locale.ROOT, "%6.3f", hit.score()) : "     -") + "  "
                    + OneLine.of(hit.path()) + hit.moment().map(moment -> " @ " + VideoTime.of(moment)).orElse("")
                    + switch (hit.why()) {
                        case TAGGED -> "  (you confirmed this tag)";
                        case NAMED -> "  (its name)";
                        case WRITTEN -> hit.written().map(text -> "  (" + OneLine.of(text.words()) + ")").orElse("");
                        case SHOWS, FITS -> "";
                    });
        }
    }

    private void tellOfWeaker(int weaker) {
        if (weaker > 0) {
            session.tell(LibrarySentence.number(weaker, "weaker match", "weaker matches") + " not shown."
                    + (options.strictness == Strictness.LOOSE ? "" : " --strictness loose shows more, --json all."));
        }
    }
}
