package semblance.indexer.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.index.IndexWriter;

import semblance.indexer.catalog.CatalogIdentity;

/// How far a view has followed which catalog; stored with every Lucene commit.
///
/// @param revision all changes of the catalog up to this one are in the view
record IndexPosition(CatalogIdentity catalog, long revision) {
    /// Raised when documents change their shape: an index of another format is built anew.
    private static final String FORMAT = "1";

    Map<String, String> toCommitData() {
        return Map.of("format", FORMAT, "catalog", catalog.id(), "epoch", Long.toString(catalog.epoch()), "revision",
                Long.toString(revision));
    }

    /// What was stored with the last commit of an index that is open for changes; empty for a new one.
    static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /// Reads it back; empty if there is none or the index is of another format.
    static Optional<IndexPosition> of(Map<String, String> commitData) {
        if (!FORMAT.equals(commitData.get("format"))) {
            return Optional.empty();
        }
        return Optional.of(new IndexPosition(
                new CatalogIdentity(commitData.getOrDefault("catalog", ""),
                        Long.parseLong(commitData.getOrDefault("epoch", "0"))),
                Long.parseLong(commitData.getOrDefault("revision", "0"))));
    }
}
