package semblance.indexer.testing;

import org.jspecify.annotations.Nullable;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.TextEncoder;

/// A text tower that is loaded with its first text.
final class LazyTextEncoder implements TextEncoder {
    private final DualEncoder encoder;
    private @Nullable TextEncoder tower;

    LazyTextEncoder(DualEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public EmbeddingSpace space() {
        return encoder.space();
    }

    @Override
    public Embedding encode(String text) {
        TextEncoder loaded = tower;
        if (loaded == null) {
            loaded = encoder.openTextEncoder();
            tower = loaded;
        }
        return loaded.encode(text);
    }

    @Override
    public void close() {
        if (tower != null) {
            tower.close();
        }
    }
}
