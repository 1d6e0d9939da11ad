package semblance.indexer.tag;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import semblance.indexer.space.SearchSpace;
import semblance.model.zeroshot.LabelCache;

/// The suggesters of the models that are open, each made when it is first asked for. Thread-safe.
public final class Suggesters {
    private final Vocabulary vocabulary;
    private final LabelCache cache;
    private final Map<SearchSpace, SuggesterSource> sources = new ConcurrentHashMap<>();

    public Suggesters(Vocabulary vocabulary, LabelCache cache) {
        this.vocabulary = vocabulary;
        this.cache = cache;
    }

    /// The suggester of a model in its space, always the same.
    public SuggesterSource of(SearchSpace space) {
        return sources.computeIfAbsent(space,
                _ -> new SuggesterSource(space.model(), vocabulary, space.encoders()::encodeText, cache));
    }
}
