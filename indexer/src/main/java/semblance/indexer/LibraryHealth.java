package semblance.indexer;

import java.util.ArrayList;
import java.util.List;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.index.VectorView;
import semblance.model.EmbeddingSpace;

/// Examines whether catalog and index are whole and agree with each other.
final class LibraryHealth {
    private static final int LOOKS = 10;

    private final Catalog catalog;
    private final VectorView view;
    private final EmbeddingSpace space;

    LibraryHealth(Catalog catalog, VectorView view, EmbeddingSpace space) {
        this.catalog = catalog;
        this.view = view;
        this.space = space;
    }

    List<HealthCheck> check(boolean full) {
        List<HealthCheck> checks = new ArrayList<>();
        String integrity = catalog.integrity(full);
        checks.add(new HealthCheck("catalog", "ok".equals(integrity),
                "ok".equals(integrity) ? "the catalog is whole" : "the catalog is damaged: " + integrity));
        LibraryCounts counts = catalog.read(session -> session.counts());
        List<String> contradictions = catalog.read(session -> session.audit().contradictions(space, full));
        checks.add(new HealthCheck("photos", contradictions.isEmpty(), contradictions.isEmpty()
                ? counts.indexed() + " photos indexed, each with one file and one embedding"
                : String.join("; ", contradictions)));
        long expected = expected();
        view.follow();
        long found = view.photos();
        for (int look = 1; look < LOOKS && found != expected; look++) {
            // Another process may be writing: both numbers of one moment are wanted.
            expected = expected();
            view.follow();
            found = view.photos();
        }
        checks.add(new HealthCheck("index", expected == found, expected == found
                ? found + " photos can be found"
                : "the index holds " + found + " photos, the catalog " + expected));
        return checks;
    }

    private long expected() {
        return catalog.read(session -> session.embeddings().knownSpace(space)
                .map(session.photos()::countWithEmbedding).orElse(0L));
    }
}
