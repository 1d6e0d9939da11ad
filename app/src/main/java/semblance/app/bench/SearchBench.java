package semblance.app.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.index.MergeWatch;
import semblance.indexer.index.VectorView;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;

/// Measures searches in a library of made-up embeddings, through the same catalog and index as any search.
///
/// @param scratch an existing folder, for the libraries
record SearchBench(Stopwatch stopwatch, EmbeddingSpace space, Path scratch, Consumer<Figure> figures) {
    private static final int HITS = 200;
    private static final int AT_ONCE = 1000;

    void run(int vectors) {
        Path data = scratch.resolve("library-" + vectors);
        Random random = new Random(vectors);
        try (SingleThread writer = new SingleThread("semblance-bench-write");
                Catalog catalog = Catalog.openForWriting(data.resolve("catalog.db"), writer)) {
            for (int from = 0; from < vectors; from += AT_ONCE) {
                stopwatch.goOn();
                int first = from;
                int behind = Math.min(vectors, from + AT_ONCE);
                catalog.write(session -> fill(session, random, first, behind));
            }
            stopwatch.goOn();
            search(catalog, data.resolve("index"), vectors, random);
        }
    }

    private void search(Catalog catalog, Path index, int vectors, Random random) {
        try (VectorView view = VectorView.openForWriting(catalog, space, index, MergeWatch.NONE)) {
            Timing timing = stopwatch
                    .measure(() -> view.nearest(embedding(random).toArray(), HITS, _ -> true));
            figures.accept(new Figure.Search(vectors, space.dimension(), timing));
        }
    }

    private boolean fill(CatalogSession session, Random random, int from, int behind) {
        long spaceId = session.embeddings().spaceId(space);
        for (int i = from; i < behind; i++) {
            Fingerprint content = Fingerprint.of(ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
            long contentId = session.embeddings().addContent(content, "jpeg", 1, 1);
            session.embeddings().put(contentId, spaceId, List.of(new Part(0, 0, embedding(random).toArray())));
            session.photos().add(contentId);
        }
        return true;
    }

    private Embedding embedding(Random random) {
        float[] values = new float[space.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.normalized(values);
    }
}
