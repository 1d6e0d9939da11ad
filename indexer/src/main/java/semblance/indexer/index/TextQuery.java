package semblance.indexer.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import semblance.indexer.catalog.PhotoText;
import semblance.indexer.catalog.TextSource;

/// Words that are looked for in the texts of photos. Immutable.
public final class TextQuery {
    /// Short and chosen with care counts more than long or made by a camera.
    private static final Map<TextSource, Float> BOOSTS = new EnumMap<>(
            Map.of(TextSource.TAG, 2f, TextSource.KEYWORD, 2f,
                    TextSource.TITLE, 1.5f, TextSource.FOLDER, 1f, TextSource.NAME, 1f, TextSource.DESCRIPTION, 0.75f));

    private final List<Unit> units;

    /// What is wanted.
    ///
    /// @param together whether its words have to stand in this order, none between them; each is looked for by itself otherwise
    /// @param weight   above 0
    public record Part(String text, boolean together, double weight) {
    }

    /// What is found as a whole or not at all.
    ///
    /// @param words in their order, as the index has them
    record Unit(List<String> words, double weight) {
        /// Finds it in any of the sources.
        Query query() {
            return new DisjunctionMaxQuery(BOOSTS.entrySet().stream()
                    .<Query>map(boost -> new BoostQuery(in(TextDocuments.field(boost.getKey())), boost.getValue()))
                    .toList(), 0);
        }

        private Query in(String field) {
            return words.size() == 1
                    ? new TermQuery(new Term(field, words.getFirst()))
                    : new PhraseQuery(field, words.toArray(String[]::new));
        }

        /// @param stored the words of a text as they are kept
        /// @param asked  the same as if they were looked for, where none stands beside another in the same place
        boolean isIn(List<String> stored, List<String> asked) {
            return words.size() == 1
                    ? stored.contains(words.getFirst())
                    : Collections.indexOfSubList(asked, words) >= 0;
        }
    }

    private TextQuery(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    /// Makes it of what a user wants. English words without meaning of their own, such as `the`, count only where there is
    /// nothing else.
    public static TextQuery of(List<Part> parts) {
        List<Unit> units = new ArrayList<>();
        List<Unit> empty = new ArrayList<>();
        try (TextAnalyzer analyzer = TextAnalyzer.ofQueries()) {
            for (Part part : parts) {
                List<String> words = analyzer.words(part.text());
                if (part.together() && !words.isEmpty()) {
                    units.add(new Unit(words, part.weight()));
                } else {
                    words.stream().distinct().forEach(
                            word -> (EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word) ? empty : units)
                                    .add(new Unit(List.of(word), part.weight())));
                }
            }
        }
        return new TextQuery(units.isEmpty() ? empty : units);
    }

    List<Unit> units() {
        return units;
    }

    /// The text in which each of some photos has most of the words; none for a photo without any.
    public Map<Long, TextMatch> best(List<PhotoText> photos) {
        Map<Long, TextMatch> best = new HashMap<>();
        Map<TextMatch, Double> values = new HashMap<>();
        try (TextAnalyzer stored = TextAnalyzer.ofStored(); TextAnalyzer asked = TextAnalyzer.ofQueries()) {
            for (PhotoText photo : photos) {
                photo.texts().entrySet().stream()
                        .flatMap(texts -> texts.getValue().stream().map(text -> new TextMatch(texts.getKey(), text)))
                        .filter(text -> values.computeIfAbsent(text, match -> value(match, stored, asked)) > 0)
                        .max(Comparator.<TextMatch>comparingDouble(match -> values.getOrDefault(match, 0.0))
                                .thenComparing(TextMatch::source).thenComparing(TextMatch::text))
                        .ifPresent(match -> best.put(photo.photoId(), match));
            }
        }
        return best;
    }

    private double value(TextMatch match, TextAnalyzer stored, TextAnalyzer asked) {
        List<String> words = stored.words(match.text());
        List<String> looked = asked.words(match.text());
        return BOOSTS.getOrDefault(match.source(), 1f)
                * units.stream().filter(unit -> unit.isIn(words, looked)).mapToDouble(Unit::weight).sum();
    }
}
