package semblance.model.starter;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.TextEncoder;
import semblance.model.onnx.OnnxSentenceEncoder;
import semblance.model.onnx.OnnxTextHead;
import semblance.model.tokenizer.SentenceTokenizer;

/// Text to tokens, to a sentence embedding, to the space of the starter's image tower. Closes what it was given.
final class StarterTextEncoder implements TextEncoder {
    private final EmbeddingSpace space;
    private final SentenceTokenizer tokenizer;
    private final OnnxSentenceEncoder backbone;
    private final OnnxTextHead head;

    StarterTextEncoder(EmbeddingSpace space, SentenceTokenizer tokenizer, OnnxSentenceEncoder backbone,
            OnnxTextHead head) {
        this.space = space;
        this.tokenizer = tokenizer;
        this.backbone = backbone;
        this.head = head;
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public Embedding encode(String text) {
        return head.encode(sentence(text));
    }

    /// The embedding of the frozen sentence encoder, before the head.
    Embedding sentence(String text) {
        return backbone.encode(tokenizer.ids(text));
    }

    @Override
    public void close() {
        try (tokenizer; backbone; head) {
            // all three are closed even if one refuses
        }
    }
}
