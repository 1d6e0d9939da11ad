package semblance.indexer.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.zeroshot.Candidate;
import semblance.model.zeroshot.LabelCache;
import semblance.model.zeroshot.LabelEncoder;
import semblance.model.zeroshot.Signature;
import semblance.model.zeroshot.ZeroShotClassifier;

/// Makes the suggester of a model and a vocabulary when it is first asked for. Thread-safe.
public final class SuggesterSource {
    /// Of the logits: what lies nearer together than this in the embedding space is two words for one thing, such as
    /// "dog" and "puppy", and does not compete.
    private static final double ONE_THING = 5.6;

    private final DualEncoder model;
    private final Vocabulary vocabulary;
    private final LabelEncoder encoder;
    private @Nullable TagSuggester made;

    /// Prepares a suggester; nothing is encoded yet.
    ///
    /// @param texts of the model's text tower; called only if the cache does not have the labels
    public SuggesterSource(DualEncoder model, Vocabulary vocabulary, Function<String, Embedding> texts,
            LabelCache cache) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.encoder = new LabelEncoder(model, texts, cache);
    }

    /// The space that embeddings of pictures have to be of.
    public EmbeddingSpace space() {
        return model.space();
    }

    /// Stands for all that suggestions depend on, apart from the picture. Costs no encoding.
    public String signature() {
        List<String> parts = new ArrayList<>(List.of(model.space().id(), model.textTower(),
                model.scoring().toString(), Double.toString(TagSuggester.LEAST), Double.toString(ONE_THING),
                Integer.toString(TagSuggester.USUAL), Integer.toString(vocabulary.labels().size())));
        parts.addAll(model.labelTemplates());
        all().forEach(label -> parts.addAll(List.of(label.name(), label.text(), Double.toString(label.weight()))));
        return Signature.of(parts).hex();
    }

    /// The suggester.
    ///
    /// @throws semblance.model.ModelLoadException if the text tower is needed for it and cannot be loaded
    public synchronized TagSuggester get() {
        TagSuggester suggester = made;
        if (suggester == null) {
            suggester = make();
            made = suggester;
        }
        return suggester;
    }

    private TagSuggester make() {
        List<Candidate> labels = candidates(vocabulary.labels());
        List<Candidate> others = vocabulary.others().stream().flatMap(list -> candidates(list).stream()).toList();
        return new TagSuggester(vocabulary.labels(),
                new ZeroShotClassifier(model.scoring(), labels, competing(others, labels)),
                model.scoring().certainty());
    }

    private List<Candidate> competing(List<Candidate> others, List<Candidate> labels) {
        return others.stream().filter(other -> labels.stream().noneMatch(label -> isOneThing(other, label))).toList();
    }

    private boolean isOneThing(Candidate other, Candidate label) {
        return model.scoring().logitScale() * (1 - label.embedding().cosine(other.embedding())) < ONE_THING;
    }

    private List<Candidate> candidates(List<Label> labels) {
        List<Embedding> embeddings = encoder.embed(labels.stream().map(Label::text).toList());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            candidates.add(new Candidate(embeddings.get(i), labels.get(i).weight()));
        }
        return candidates;
    }

    private Stream<Label> all() {
        return Stream.concat(vocabulary.labels().stream(), vocabulary.others().stream().flatMap(List::stream));
    }
}
