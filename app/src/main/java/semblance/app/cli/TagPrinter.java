package semblance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.tag.FileTags;

/// Lists pictures with their tags, and on standard error what could not be tagged.
final class TagPrinter {
    /// The JSON document of a picture; stable from release to release.
    record TagsDocument(String path, List<TagDocument> tags) {
    }

    /// A tag in it.
    record TagDocument(String tag, double certainty) {
    }

    private final Session session;
    private final boolean json;
    private boolean allTagged = true;

    TagPrinter(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    /// Whether nothing has failed so far.
    boolean allTagged() {
        return allTagged;
    }

    void print(FileTags file) {
        switch (file) {
            case FileTags.Tagged tagged when json -> new JsonLines(session.out())
                    .print(new TagsDocument(tagged.path().toString(), tagged.tags().stream()
                            .map(tag -> new TagDocument(tag.tag(), tag.certainty())).toList()));
            case FileTags.Tagged tagged ->
                session.out().println(OneLine.of(tagged.path()) + "\t"
                        + tagged.tags().stream().map(TagPrinter::words).collect(Collectors.joining(", ")));
            case FileTags.Failed failed -> {
                allTagged = false;
                session.tell(OneLine.of(failed.path()) + ": " + failed.reason());
            }
        }
    }

    private static String words(SuggestedTag tag) {
        return String.format(Locale.ROOT, "%s %.2f", tag.tag(), tag.certainty());
    }
}
