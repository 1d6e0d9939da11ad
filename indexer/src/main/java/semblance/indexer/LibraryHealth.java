package semblance.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.index.TextView;
import semblance.indexer.index.VectorView;
import semblance.model.EmbeddingSpace;

/// Examines whether catalog and index are whole and agree with each other.
final class LibraryHealth {
    private static final int LOOKS = 10;

    private final Catalog catalog;
    private final VectorView view;
    private final EmbeddingSpace space;
    private final TextView texts;

    LibraryHealth(Catalog catalog, VectorView view, EmbeddingSpace space, TextView texts) {
        this.catalog = catalog;
        this.view = view;
        this.space = space;
        this.texts = texts;
    }

    List<HealthCheck> check(boolean full) {
        List<HealthCheck> checks = new ArrayList<>();
        String integrity = catalog.integrity(full);
        checks.add(new HealthCheck("catalog", "ok".equals(integrity),
                "ok".equals(integrity) ? "the catalog is whole" : "the catalog is damaged: " + integrity));
        LibraryCounts counts = catalog.read(session -> session.counts());
        List<String> contradictions = catalog.read(session -> session.audit().contradictions(space, full));
        checks.add(new HealthCheck("photos", contradictions.isEmpty(), contradictions.isEmpty()
                ? counts.indexed() + " photos indexed, each with a file and an embedding"
                : String.join("; ", contradictions)));
        checks.add(index("index", this::expected, view::follow, view::photos, " photos can be found"));
        checks.add(index("texts", () -> catalog.read(session -> session.texts().count()), texts::follow, texts::photos,
                " photos can be found by names and tags"));
        return checks;
    }

    private static HealthCheck index(String name, LongSupplier catalog, Runnable follow, LongSupplier index,
            String can) {
        long expected = -1;
        long found = 0;
        for (int look = 0; look < LOOKS && found != expected; look++) {
            // Another process may be writing: both numbers of one moment are wanted.
            expected = catalog.getAsLong();
            follow.run();
            found = index.getAsLong();
        }
        return new HealthCheck(name, expected == found, expected == found
                ? found + can
                : "the index holds " + found + " photos, the catalog " + expected);
    }

    private long expected() {
        return catalog.read(session -> session.embeddings().knownSpace(space)
                .map(session.photos()::countWithEmbedding).orElse(0L));
    }
}
