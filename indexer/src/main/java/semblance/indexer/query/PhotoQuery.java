package semblance.indexer.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the user looks for: what photos show, and what else has to be true of them.
///
/// @param description the plain words in their order, single blanks between them; empty for none
/// @param terms       what has a weight of its own, in the order typed
/// @param filter      what has to be true of a photo
public record PhotoQuery(String description, List<Term> terms, Optional<Filter> filter) {
    public PhotoQuery {
        terms = List.copyOf(terms);
    }

    /// A query of plain words.
    ///
    /// @param description none of its words may mean more than itself, as `tag:x` does
    public static PhotoQuery words(String description) {
        return new PhotoQuery(String.join(" ", description.strip().split("\\s+")), List.of(), Optional.empty());
    }

    /// Whether it asks for nothing.
    public boolean isEmpty() {
        return !ranks() && filter.isEmpty();
    }

    /// Whether it says what photos show, so that they can be put in an order by it.
    public boolean ranks() {
        return !description.isEmpty() || !terms.isEmpty();
    }

    /// The only text that it asks with, if there is no other: plain words, or one phrase.
    public Optional<String> onlyText() {
        if (terms.isEmpty()) {
            return Optional.of(description).filter(text -> !text.isEmpty());
        }
        return description.isEmpty() && terms.size() == 1 && terms.getFirst().weight() > 0
                && terms.getFirst().subject() instanceof Subject.Phrase(String text)
                        ? Optional.of(text)
                        : Optional.empty();
    }

    /// All that the text tower has to understand: plain words and phrases, with a blank between them; empty if there are none.
    public String described() {
        return Stream.concat(Stream.of(description), terms.stream().map(Term::subject)
                .filter(Subject.Phrase.class::isInstance).map(Subject.Phrase.class::cast).map(Subject.Phrase::text))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /// As it could be typed; [QueryParser] makes the same of it.
    public String text() {
        return QueryWriter.write(this);
    }
}
