package semblance.indexer.search;

import java.io.IOException;
import java.util.StringJoiner;

import semblance.indexer.encode.EncoderHost;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryException;
import semblance.indexer.query.Subject;
import semblance.indexer.query.Term;
import semblance.model.Embedding;
import semblance.model.EncodingException;
import semblance.model.zeroshot.PromptEnsemble;

/// Maps what a query says of photos into the embedding space.
final class QueryEncoder {
    /// Up to this many words are a label rather than a sentence; see docs/decisions/0015-prompts-around-short-queries.md.
    private static final int WORDS_OF_A_LABEL = 2;

    private final EncoderHost encoders;
    private final PictureEmbeddings pictures;

    QueryEncoder(EncoderHost encoders, PictureEmbeddings pictures) {
        this.encoders = encoders;
        this.pictures = pictures;
    }

    /// Encodes a query.
    ///
    /// @param query that [PhotoQuery#ranks]
    /// @throws QueryException if its parts cancel each other out, or a picture in it cannot be used
    /// @throws IOException    if a picture cannot be read
    Embedding encode(PhotoQuery query) throws IOException {
        Composition composition = new Composition();
        addWanted(query, composition);
        for (Term term : query.terms()) {
            double weight = term.weight();
            switch (term.subject()) {
                case Subject.Like(String file) when weight > 0 -> composition.addPicture(pictures.called(file), weight);
                case Subject.Like(String file) -> composition.addUnwantedPicture(pictures.called(file), -weight);
                case Subject.Phrase(String text) when weight > 0 -> {
                    if (weight != 1) {
                        composition.addWords(encode(text), weight - 1); // it is in the sentence with a weight of 1
                    }
                }
                case Subject.Phrase(String text) -> composition.addUnwantedWords(encode(text), -weight);
            }
        }
        try {
            return composition.point();
        } catch (EncodingException e) {
            throw new QueryException("The parts of this query cancel each other out. Leave one out.");
        }
    }

    /// All that is wanted is one sentence: the encoder understands words together better than any sum of them.
    private void addWanted(PhotoQuery query, Composition composition) {
        StringJoiner sentence = new StringJoiner(" ");
        sentence.add(query.description());
        query.terms().stream().filter(term -> term.weight() > 0).map(Term::subject)
                .forEach(subject -> {
                    if (subject instanceof Subject.Phrase(String text)) {
                        sentence.add(text);
                    }
                });
        String text = sentence.toString().strip();
        if (!text.isEmpty()) {
            composition.addWords(encode(text), 1);
        }
    }

    private Embedding encode(String text) {
        return text.split("\\s+", WORDS_OF_A_LABEL + 1).length <= WORDS_OF_A_LABEL
                ? new PromptEnsemble(encoders.labelTemplates()).embed(text, encoders::encodeText)
                : encoders.encodeText(text);
    }
}
