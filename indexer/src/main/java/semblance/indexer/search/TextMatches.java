package semblance.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoText;
import semblance.indexer.index.TextHit;
import semblance.indexer.index.TextMatch;
import semblance.indexer.index.TextQuery;
import semblance.indexer.index.TextView;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.Subject;
import semblance.indexer.query.Term;

/// Finds the words of a query in what is written with photos.
final class TextMatches {
    private final Catalog catalog;
    private final TextView view;

    TextMatches(Catalog catalog, TextView view) {
        this.catalog = catalog;
        this.view = view;
    }

    /// The words that are wanted; what is not wanted says nothing here.
    private static TextQuery wanted(PhotoQuery query) {
        List<TextQuery.Part> parts = new ArrayList<>();
        parts.add(new TextQuery.Part(query.description(), false, 1));
        for (Term term : query.terms()) {
            if (term.weight() > 0 && term.subject() instanceof Subject.Phrase(String text)) {
                parts.add(new TextQuery.Part(text, true, term.weight()));
            }
        }
        return TextQuery.of(parts);
    }

    /// Photos with words of a query, best first.
    List<TextHit> of(PhotoQuery query, LongPredicate allowed) {
        return view.find(wanted(query), allowed);
    }

    /// The text in which each of some photos has most words of a query.
    Map<Long, TextMatch> texts(PhotoQuery query, List<Long> photoIds) {
        List<PhotoText> texts = catalog.read(session -> session.texts().of(photoIds));
        return wanted(query).best(texts);
    }
}
