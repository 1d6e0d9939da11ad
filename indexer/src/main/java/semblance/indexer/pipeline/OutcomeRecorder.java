package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.MissingFiles.Missing;
import semblance.indexer.pipeline.FileOutcome.Encoded;
import semblance.indexer.pipeline.FileOutcome.Failed;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.indexer.pipeline.FileOutcome.Sidecar;
import semblance.indexer.pipeline.FileOutcome.Skipped;
import semblance.indexer.pipeline.FileOutcome.Vanished;
import semblance.model.EmbeddingSpace;

/// Writes outcomes into the catalog: which photo a file is, with which content and embedding.
final class OutcomeRecorder implements Recorder {
    private static final int SWEEP = 500;

    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final RunState state;
    private final Set<Long> suspects;

    OutcomeRecorder(Catalog catalog, EmbeddingSpace space, RunState state) {
        this.catalog = catalog;
        this.space = space;
        this.state = state;
        this.suspects = Set.copyOf(catalog.read(session -> session.crashes().all()));
    }

    /// As long as the evidence is not all there, a file with the content of a photo may be that photo, moved, as well as a
    /// copy, and has to wait.
    @Override
    public List<SameContent> record(List<FileOutcome> batch, Evidence evidence) {
        return catalog.write(session -> {
            long spaceId = session.embeddings().spaceId(space);
            List<SameContent> waiting = new ArrayList<>();
            for (FileOutcome outcome : batch) {
                switch (outcome) {
                    case Encoded encoded -> {
                        SameContent stored = store(session, spaceId, encoded);
                        if (!record(session, spaceId, stored, evidence)) {
                            waiting.add(stored);
                        }
                    }
                    case SameContent same -> {
                        if (!record(session, spaceId, same, evidence)) {
                            waiting.add(same);
                        }
                    }
                    case Skipped skipped -> record(session, skipped);
                    case Sidecar sidecar -> record(session, sidecar);
                    case Failed failed -> record(session, failed);
                    case Vanished vanished -> record(session, vanished);
                }
                if (outcome instanceof SameContent || outcome instanceof Encoded || outcome instanceof Skipped) {
                    session.sidecars().forget(outcome.file().id());
                }
                if (suspects.contains(outcome.file().id()) && !(outcome instanceof Failed failed && failed.passing())) {
                    session.crashes().forgive(outcome.file().id());
                }
            }
            return waiting;
        });
    }

    private static SameContent store(CatalogSession session, long spaceId, Encoded outcome) {
        long content = outcome.video()
                .map(video -> session.embeddings().addVideo(outcome.fingerprint(), video.width(), video.height(),
                        video.duration()))
                .orElseGet(() -> session.embeddings().addContent(outcome.fingerprint(), outcome.format(),
                        outcome.width(), outcome.height()));
        if (!outcome.whole()) {
            session.embeddings().markPartial(content);
        }
        session.embeddings().put(content, spaceId, outcome.parts());
        return new SameContent(outcome.file(), outcome.stat(), outcome.fingerprint(), Optional.of(outcome.metadata()));
    }

    private boolean record(CatalogSession session, long spaceId, SameContent outcome, Evidence evidence) {
        Optional<Long> content = session.embeddings().content(outcome.fingerprint())
                .filter(id -> session.embeddings().has(id, spaceId));
        if (content.isEmpty()) {
            return false;
        }
        outcome.metadata().ifPresent(read -> session.sidecars().putContent(content.get(), read));
        Optional<Long> photo = photo(session, outcome.file().id(), content.get(), evidence);
        photo.ifPresent(id -> {
            session.files().indexed(outcome.file().id(), id, outcome.stat());
            session.sidecars().changed(id);
        });
        return photo.isPresent();
    }

    /// The photo that a file is: the one it was, changed or not; one that was moved here; or a new one. Empty if that
    /// cannot be told yet.
    private Optional<Long> photo(CatalogSession session, long fileId, long content, Evidence evidence) {
        Optional<Long> own = session.files().photoOf(fileId);
        if (own.isPresent() && session.photos().contentOf(own.get()).equals(Optional.of(content))) {
            return own;
        }
        Optional<Missing> moved = session.missing().withContent(content, fileId);
        if (moved.isPresent()) {
            state.moved.increment();
            leave(session, moved.get().fileId(), own);
            return Optional.of(moved.get().photoId());
        }
        boolean open = switch (evidence) {
            case WALKING -> session.photos().hasContent(content);
            case WALKED -> session.files().isContentPending(content);
            case ALL -> false;
        };
        if (open) {
            return Optional.empty();
        }
        own.ifPresent(id -> session.photos().setContent(id, content));
        return own.or(() -> Optional.of(added(session, fileId, content)));
    }

    /// A photo that had left the library and is back has its tags again.
    private static long added(CatalogSession session, long fileId, long content) {
        long photo = session.photos().add(content);
        session.departures().giveBack(photo, fileId, content);
        return photo;
    }

    /// The photo whose place was taken stays with the missing file: it may turn up elsewhere.
    private static void leave(CatalogSession session, long missingFile, Optional<Long> displaced) {
        if (displaced.isPresent()) {
            session.files().setPhoto(missingFile, displaced.get());
        } else {
            session.sidecars().forget(missingFile);
            session.files().delete(missingFile);
            session.missing().remove(missingFile);
        }
    }

    private static void record(CatalogSession session, Skipped outcome) {
        Optional<Long> photo = session.files().photoOf(outcome.file().id());
        session.files().skipped(outcome.file().id(), outcome.stat(), DirectoryComparison.READER_VERSION);
        photo.ifPresent(session.photos()::delete);
    }

    private static void record(CatalogSession session, Sidecar outcome) {
        record(session, new Skipped(outcome.file(), outcome.stat()));
        session.sidecars().put(outcome.file().id(), outcome.metadata());
    }

    private static void record(CatalogSession session, Failed outcome) {
        session.failures().note(outcome.file().id(), outcome.kind(), outcome.message(), outcome.passing());
        session.files().failed(outcome.file().id(), outcome.stat(), DirectoryComparison.READER_VERSION);
        if (!outcome.passing()) {
            session.files().photoOf(outcome.file().id()).ifPresent(session.photos()::clearContent);
        }
    }

    private static void record(CatalogSession session, Vanished outcome) {
        // Otherwise it stays pending: the next walk tells whether it was moved or deleted, or is away with its drive.
        if (outcome.directoryThere() && session.files().photoOf(outcome.file().id()).isEmpty()) {
            session.sidecars().forget(outcome.file().id());
            session.files().delete(outcome.file().id());
        }
    }

    /// Records files that have exchanged their contents among each other.
    ///
    /// @param waiting when all that has moved is known
    /// @return those that took no part
    List<SameContent> exchange(List<SameContent> waiting) {
        return waiting.size() < 2 ? waiting : catalog.write(session -> Exchange.settle(session, waiting));
    }

    /// Deletes what is missing still: its files are gone and were not found elsewhere.
    void sweep() {
        for (int swept = SWEEP; swept == SWEEP && !state.stopping();) {
            swept = catalog.write(session -> {
                List<Missing> gone = session.missing().next(SWEEP);
                for (Missing missing : gone) {
                    if (missing.photoId() != 0) {
                        session.photos().delete(missing.photoId());
                        state.deleted.increment();
                    }
                    session.sidecars().forget(missing.fileId());
                    session.files().delete(missing.fileId());
                    session.missing().remove(missing.fileId());
                }
                return gone.size();
            });
        }
    }
}
