package semblance.model.encoder;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.card.DenseHead;
import semblance.model.card.TextTower;
import semblance.model.files.CheckedFiles;
import semblance.model.onnx.OnnxHead;
import semblance.model.onnx.OnnxTextTower;
import semblance.model.tokenizer.TextTokenizer;

/// A text tower by its card: cleaning, tokens, graph, head, length 1. Not thread-safe.
final class CardTextEncoder implements TextEncoder {
    private final EmbeddingSpace space;
    private final TextTower tower;
    private final TextTokenizer tokenizer;
    private final OnnxTextTower graph;
    private final TextHead head;

    private CardTextEncoder(EmbeddingSpace space, TextTower tower, TextTokenizer tokenizer, OnnxTextTower graph,
            TextHead head) {
        this.space = space;
        this.tower = tower;
        this.tokenizer = tokenizer;
        this.graph = graph;
        this.head = head;
    }

    /// Opens the text tower of a card.
    ///
    /// @throws ModelLoadException if a file is missing, damaged or not what the card says; nothing stays open then
    static CardTextEncoder open(CheckedFiles files, EmbeddingSpace space, int threads) {
        TextTower tower = files.card().text();
        TextHead head = head(files, tower, space.dimension());
        try {
            TextTokenizer tokenizer = new TextTokenizer(tower.tokenizer(), files.read(tower.tokenizer()),
                    tower.contextLength());
            try {
                return new CardTextEncoder(space, tower, tokenizer,
                        new OnnxTextTower(files.graph(tower.file()), tower, space.dimension(), threads), head);
            } catch (ModelLoadException e) {
                tokenizer.close();
                throw e;
            }
        } catch (ModelLoadException e) {
            head.close();
            throw e;
        }
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public Embedding encode(String text) {
        return Embedding.normalized(head.apply(beforeHead(text)));
    }

    /// What the head is given.
    float[] beforeHead(String text) {
        float[] vector = graph.encode(tokenizer.ids(tower.cleaning().clean(text)));
        DenseHead card = tower.head();
        return card != null && card.normalizeBefore() ? Embedding.normalized(vector).toArray() : vector;
    }

    @Override
    public void close() {
        try (tokenizer; graph; head) {
            // all three are closed even if one refuses
        }
    }

    private static TextHead head(CheckedFiles files, TextTower tower, int dimension) {
        DenseHead card = tower.head();
        if (card == null) {
            return TextHead.NONE;
        }
        return switch (card.format()) {
            case SAFETENSORS -> LinearHead.read(card.file(), files.read(card.file()), card.hiddenDimension(),
                    dimension);
            case ONNX -> new GraphHead(new OnnxHead(files.graph(card.file()), String.valueOf(card.input()),
                    String.valueOf(card.output()), dimension));
        };
    }

    private record GraphHead(OnnxHead graph) implements TextHead {
        @Override
        public float[] apply(float[] vector) {
            return graph.apply(vector);
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
