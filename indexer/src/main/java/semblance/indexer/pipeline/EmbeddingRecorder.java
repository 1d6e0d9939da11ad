package semblance.indexer.pipeline;

import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.pipeline.FileOutcome.Encoded;
import semblance.indexer.pipeline.FileOutcome.Failed;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.model.EmbeddingSpace;

/// Adds the embeddings of known photos in one more space, and nothing else: what has become of the files meanwhile is for
/// the next walk to find, in the space in use.
final class EmbeddingRecorder implements Recorder {
    private final Catalog catalog;
    private final EmbeddingSpace space;

    EmbeddingRecorder(Catalog catalog, EmbeddingSpace space) {
        this.catalog = catalog;
        this.space = space;
    }

    @Override
    public List<SameContent> record(List<FileOutcome> batch, Evidence evidence) {
        catalog.write(session -> {
            long spaceId = session.embeddings().spaceId(space);
            for (FileOutcome outcome : batch) {
                session.crashes().forgive(outcome.file().id());
                if (outcome instanceof Encoded encoded) {
                    session.embeddings().content(encoded.fingerprint())
                            .ifPresent(content -> session.embeddings().put(content, spaceId,
                                    encoded.parts()));
                } else if (outcome instanceof Failed failed && !failed.passing()) {
                    content(session, failed.file().id()).ifPresent(
                            content -> session.models().noteUnencodable(content, spaceId, failed.message()));
                }
            }
            return batch.size();
        });
        return List.of();
    }

    private static Optional<Long> content(CatalogSession session, long fileId) {
        return session.files().photoOf(fileId).flatMap(session.photos()::contentOf);
    }
}
