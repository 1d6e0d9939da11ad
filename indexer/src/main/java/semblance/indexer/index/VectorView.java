package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;

import org.apache.lucene.store.AlreadyClosedException;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogIdentity;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.RevisionLog;
import semblance.indexer.catalog.VectorChange;
import semblance.model.EmbeddingSpace;

/// Keeps a vector index in step with the catalog it is a view of: reads what it has missed, and starts anew from the
/// catalog when the index belongs to another catalog or epoch, is ahead of it, has missed purged deletes, or is damaged.
/// Nothing is ever encoded for that.
///
/// Thread-safe, but for [#commit].
public final class VectorView implements Closeable {
    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final Opener opener;
    private final boolean writes;
    private volatile VectorIndex index;
    private boolean broken;
    private long reached;
    private long durable;

    private VectorView(Catalog catalog, EmbeddingSpace space, Opener opener, boolean writes) throws IOException {
        this.catalog = catalog;
        this.space = space;
        this.opener = opener;
        this.index = opener.open();
        this.writes = writes;
    }

    /// Opens the index of a view.
    @FunctionalInterface
    interface Opener {
        VectorIndex open() throws IOException;
    }

    /// Opens the view that this process keeps on disk, and brings it up to date. Of a catalog it is the only one.
    ///
    /// @param indexes the directory of all indexes
    ///
    /// @param watch told of merges
    public static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, Path indexes, MergeWatch watch) {
        return openForWriting(catalog, space, indexes, VectorIndex.EXACT_UP_TO, watch);
    }

    static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, Path indexes, int exactUpTo,
            MergeWatch watch) {
        Path path = indexes.resolve(space.id());
        try {
            return openForWriting(catalog, space, () -> IndexOpening.forWriting(path, exactUpTo, watch));
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + path + " cannot be opened", e);
        }
    }

    /// @param opener asked again when the index could not be written
    static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, Opener opener) throws IOException {
        return new VectorView(catalog, space, opener, true).started();
    }

    /// Opens a view for searching only, beside a process that writes it or alone. What the index on disk has missed, or
    /// all of it, is taken from the catalog into memory; nothing on disk changes.
    public static VectorView openForReading(Catalog catalog, EmbeddingSpace space, Path indexes) {
        Path path = indexes.resolve(space.id());
        try {
            return new VectorView(catalog, space, () -> IndexOpening.besideWriter(path), false).started();
        } catch (IOException e) {
            throw new UncheckedIOException("no index could be opened in memory", e);
        }
    }

    private VectorView started() throws IOException {
        try {
            findPosition();
            follow();
            return this;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private void findPosition() throws IOException {
        CatalogIdentity identity = catalog.read(session -> session.log().identity());
        reached = index.position().filter(position -> position.catalog().equals(identity))
                .map(IndexPosition::revision).orElse(0L);
        durable = reached;
        if (reached == 0) {
            startAnew(identity);
        }
    }

    /// Opens the index again after it could not be written, on a full disk for instance: Lucene's writer is closed for good
    /// by that. As long as it cannot be opened either, searches see what they saw last.
    private void mend() throws IOException {
        if (!broken) {
            return;
        }
        VectorIndex before = index;
        before.stopWriting();
        index = opener.open();
        before.close();
        findPosition();
        broken = false;
    }

    private UncheckedIOException cannotBeWritten(Exception e) {
        broken = writes;
        IOException cause = e instanceof IOException io
                ? io
                : e.getCause() instanceof IOException io ? io : new IOException(e);
        return new UncheckedIOException(
                "the index of " + space.id() + " cannot be written; what it lacks is taken from the"
                        + " catalog next time, so nothing is lost",
                cause);
    }

    /// Empties the index, on disk too: what lies there must not pass for a view of this catalog's future revisions.
    private void startAnew(CatalogIdentity identity) throws IOException {
        index.clear();
        reached = 0;
        if (writes && index.position().isPresent()) {
            index.commit(new IndexPosition(identity, 0));
            durable = 0;
        }
    }

    /// Reads what has changed in the catalog since the last call, and lets searches see it.
    public synchronized void follow() {
        try {
            mend();
            reached = catalog.read(this::read);
            index.refresh();
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw cannotBeWritten(e);
        }
    }

    /// Brings the index to the revision of a session.
    private long read(CatalogSession session) {
        RevisionLog log = session.log();
        try {
            if (reached > log.revision() || reached < log.purged()) {
                startAnew(log.identity());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.embeddings().knownSpace(space)
                .ifPresent(spaceId -> session.embeddings().changesSince(reached, spaceId, this::apply));
        return log.revision();
    }

    private void apply(VectorChange change) {
        try {
            index.apply(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the view durable as far as it has followed. The catalog is made durable first, so that a power failure
    /// never leaves a view ahead of its catalog. On the thread that writes the catalog.
    public synchronized void commit() {
        if (!writes || reached == durable) {
            return;
        }
        CatalogIdentity identity = catalog.writeDurably(session -> {
            session.log().reached(space.id(), durable);
            return session.log().identity();
        });
        try {
            index.commit(new IndexPosition(identity, reached));
        } catch (IOException | AlreadyClosedException e) {
            throw cannotBeWritten(e);
        }
        durable = reached;
    }

    /// Finds the k photos nearest to a query; see [Nearest].
    ///
    /// @param query   L2 norm 1, of the space's dimension
    /// @param allowed which photos may be found
    public Nearest nearest(float[] query, int k, LongPredicate allowed) {
        return search(index -> index.nearest(query, k, allowed));
    }

    /// Finds out where a photo stands in the answer to a query. All photos are scored for that.
    ///
    /// @param among with which others it is compared, and itself
    /// @return nothing if searches cannot find it
    public Optional<Place> place(float[] query, long photoId, LongPredicate among) {
        return search(index -> index.place(query, photoId, among));
    }

    /// Photos that a search can find at present.
    public long photos() {
        return search(index -> index.photos());
    }

    /// Something to find in the index.
    @FunctionalInterface
    private interface Search<T> {
        T in(VectorIndex index) throws IOException;
    }

    private <T> T search(Search<T> search) {
        VectorIndex searched = index;
        while (true) {
            try {
                return search.in(searched);
            } catch (AlreadyClosedException e) {
                if (index == searched) {
                    throw e;
                }
                searched = index; // it was opened again at this moment
            } catch (IOException e) {
                throw new UncheckedIOException("the index of " + space.id() + " cannot be read", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + space.id() + " cannot be closed", e);
        }
    }
}
