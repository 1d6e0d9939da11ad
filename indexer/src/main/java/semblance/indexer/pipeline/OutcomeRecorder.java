package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.MissingFiles.Missing;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.pipeline.FileOutcome.Encoded;
import semblance.indexer.pipeline.FileOutcome.Failed;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.indexer.pipeline.FileOutcome.Skipped;
import semblance.indexer.pipeline.FileOutcome.Vanished;
import semblance.model.EmbeddingSpace;

/// Writes outcomes into the catalog: which photo a file is, with which content and embedding.
final class OutcomeRecorder {
    private static final int SWEEP = 500;

    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final RunState state;

    OutcomeRecorder(Catalog catalog, EmbeddingSpace space, RunState state) {
        this.catalog = catalog;
        this.space = space;
        this.state = state;
    }

    /// Records a batch in one transaction.
    ///
    /// @param walked whether all folders have been walked: before that, a new file with a known content may be a moved
    ///               photo as well as a copy, and has to wait
    /// @return the outcomes that have to wait
    List<SameContent> record(List<FileOutcome> batch, boolean walked) {
        return catalog.write(session -> {
            long spaceId = session.embeddings().spaceId(space);
            List<SameContent> waiting = new ArrayList<>();
            for (FileOutcome outcome : batch) {
                switch (outcome) {
                    case Encoded encoded -> record(session, spaceId, encoded);
                    case SameContent same -> {
                        if (!record(session, spaceId, same, walked)) {
                            waiting.add(same);
                        }
                    }
                    case Skipped skipped -> record(session, skipped);
                    case Failed failed -> record(session, failed);
                    case Vanished vanished -> record(session, vanished);
                }
            }
            return waiting;
        });
    }

    private void record(CatalogSession session, long spaceId, Encoded outcome) {
        long content = session.embeddings().addContent(outcome.fingerprint(), outcome.format(), outcome.width(),
                outcome.height());
        session.embeddings().put(content, spaceId, List.of(new Part(0, 0, outcome.embedding().toArray())));
        attach(session, outcome.file(), content, outcome.stat());
    }

    private boolean record(CatalogSession session, long spaceId, SameContent outcome, boolean walked) {
        Optional<Long> content = session.embeddings().content(outcome.fingerprint())
                .filter(id -> session.embeddings().has(id, spaceId));
        if (content.isEmpty() || (!walked && !outcome.file().hasPhoto())) {
            return false;
        }
        attach(session, outcome.file(), content.get(), outcome.stat());
        return true;
    }

    private void attach(CatalogSession session, PendingFile file, long content, FileStat stat) {
        Optional<Long> own = session.files().photoOf(file.id());
        if (own.isPresent()) {
            if (!session.photos().contentOf(own.get()).equals(Optional.of(content))) {
                session.photos().setContent(own.get(), content);
            }
            session.files().indexed(file.id(), own.get(), stat);
            return;
        }
        Optional<Missing> moved = session.missing().withContent(content);
        if (moved.isPresent()) {
            session.files().delete(moved.get().fileId());
            session.files().indexed(file.id(), moved.get().photoId(), stat);
            state.moved.increment();
        } else {
            session.files().indexed(file.id(), session.photos().add(content), stat);
        }
    }

    private static void record(CatalogSession session, Skipped outcome) {
        Optional<Long> photo = session.files().photoOf(outcome.file().id());
        session.files().skipped(outcome.file().id(), outcome.stat(), FolderWalk.READER_VERSION);
        if (photo.isPresent()) {
            session.files().detachPhoto(outcome.file().id());
            session.photos().delete(photo.get());
        }
    }

    private static void record(CatalogSession session, Failed outcome) {
        session.failures().note(outcome.file().id(), outcome.kind(), outcome.message(), outcome.passing());
        session.files().failed(outcome.file().id(), outcome.stat(), FolderWalk.READER_VERSION);
        if (!outcome.passing()) {
            session.files().photoOf(outcome.file().id()).ifPresent(session.photos()::clearContent);
        }
    }

    private static void record(CatalogSession session, Vanished outcome) {
        // A photo stays pending: the next walk tells whether it was moved or deleted.
        if (session.files().photoOf(outcome.file().id()).isEmpty()) {
            session.files().delete(outcome.file().id());
        }
    }

    /// Deletes what is missing still: its files are gone and were not found elsewhere.
    void sweep() {
        for (int swept = SWEEP; swept == SWEEP && !state.stopping();) {
            swept = catalog.write(session -> {
                List<Missing> gone = session.missing().next(SWEEP);
                for (Missing missing : gone) {
                    session.files().delete(missing.fileId());
                    if (missing.photoId() != 0) {
                        session.photos().delete(missing.photoId());
                        state.deleted.increment();
                    }
                }
                return gone.size();
            });
        }
    }
}
