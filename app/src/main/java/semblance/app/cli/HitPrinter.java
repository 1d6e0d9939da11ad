package semblance.app.cli;

import java.util.List;
import java.util.Locale;

import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchResult;

/// Lists the photos found.
final class HitPrinter {
    /// The JSON document of a hit; stable from release to release.
    record HitDocument(int rank, double score, boolean relevant, String path) {
    }

    private final Session session;
    private final SearchOptionsMixin options;

    HitPrinter(Session session, SearchOptionsMixin options) {
        this.session = session;
        this.options = options;
    }

    void print(SearchResult result) {
        if (result.searched() == 0) {
            session.err().println("No photo is indexed yet. Begin with: semblance index FOLDER");
            return;
        }
        List<Hit> relevant = result.hits().stream().filter(Hit::relevant).toList();
        if (options.json) {
            JsonLines json = new JsonLines(session.out());
            result.hits().forEach(hit -> json
                    .print(new HitDocument(hit.rank(), hit.score(), hit.relevant(), hit.path().toString())));
        } else if (options.zero) {
            relevant.forEach(hit -> session.out().print(hit.path() + "\0"));
        } else {
            list(result.hits(), relevant);
        }
    }

    private void list(List<Hit> all, List<Hit> relevant) {
        List<Hit> shown = relevant.isEmpty() ? all : relevant;
        if (relevant.isEmpty()) {
            session.err().println("No photo stands out. The nearest:");
        }
        for (Hit hit : shown) {
            session.out().println(String.format(Locale.ROOT, "%.3f  %s", hit.score(), hit.path()));
        }
        if (shown.size() < all.size()) {
            session.out().flush();
            session.err().println(
                    LibrarySentence.number(all.size() - shown.size(), "weaker match").replace("matchs", "matches")
                            + " not shown (--strictness loose shows more).");
        }
    }
}
