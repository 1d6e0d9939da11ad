package semblance.model.zeroshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import semblance.model.DualEncoder;
import semblance.model.Embedding;

/// Embeds the labels of a vocabulary with the prompts of a model, or finds them in the cache: a text takes about 2 ms, a
/// vocabulary with three prompts a label a second or two. Thread-safe if the text encoder is.
public final class LabelEncoder {
    private final DualEncoder model;
    private final Function<String, Embedding> texts;
    private final LabelCache cache;

    /// Makes an encoder.
    ///
    /// @param texts of the model's text tower, asked only for what the cache does not have
    public LabelEncoder(DualEncoder model, Function<String, Embedding> texts, LabelCache cache) {
        this.model = model;
        this.texts = texts;
        this.cache = cache;
    }

    /// Embeds labels.
    ///
    /// @param labels at least one
    /// @return their embeddings, in the same order
    /// @throws semblance.model.EncodingException  if a prompt cannot be encoded
    /// @throws semblance.model.ModelLoadException if the text tower is needed and cannot be loaded
    public List<Embedding> embed(List<String> labels) {
        List<String> madeFrom = new ArrayList<>(List.of(model.space().id(), model.textTower(),
                Integer.toString(model.labelTemplates().size())));
        madeFrom.addAll(model.labelTemplates());
        madeFrom.addAll(labels);
        Signature key = Signature.of(madeFrom);
        return cache.find(key, labels.size(), model.space().dimension()).orElseGet(() -> {
            PromptEnsemble ensemble = new PromptEnsemble(model.labelTemplates());
            List<Embedding> made = labels.stream().map(label -> ensemble.embed(label, texts)).toList();
            cache.store(key, made);
            return made;
        });
    }
}
