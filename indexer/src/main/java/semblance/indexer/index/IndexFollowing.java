package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.lucene.store.AlreadyClosedException;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogIdentity;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.RevisionLog;

/// Keeps an index in step with the catalog it is a view of: reads what it has missed, and starts anew from the catalog when
/// the index belongs to another catalog or epoch, is ahead of it, has missed purged deletes, or is damaged.
///
/// Thread-safe, but for [#commit].
final class IndexFollowing<I extends FollowedIndex> implements Closeable {
    private final Catalog catalog;
    private final Subject<I> subject;
    private final IndexOpening.Opener<I> opener;
    private final boolean writes;
    private final ReentrantLock following = new ReentrantLock();
    private volatile I index;
    private boolean broken;
    private long reached;
    private long durable;

    /// An index and where its changes come from.
    ///
    /// @param name    of the view among those of the catalog
    /// @param title   for messages, in the middle of a sentence
    /// @param changes reads what has changed
    record Subject<I>(String name, String title, Changes<I> changes) {
    }

    /// Reads changes from the catalog into an index.
    @FunctionalInterface
    interface Changes<I> {
        /// Reads them.
        ///
        /// @param after the revision that the index has reached
        void read(CatalogSession session, long after, I index);
    }

    /// Something to find in the index.
    @FunctionalInterface
    interface Search<I, T> {
        T in(I index) throws IOException;
    }

    /// Puts one change into an index.
    @FunctionalInterface
    interface Applier<C> {
        void apply(C change) throws IOException;
    }

    private IndexFollowing(Catalog catalog, Subject<I> subject, IndexOpening.Opener<I> opener, boolean writes)
            throws IOException {
        this.catalog = catalog;
        this.subject = subject;
        this.opener = opener;
        this.index = opener.open();
        this.writes = writes;
    }

    /// Opens an index and brings it up to date.
    ///
    /// @param opener asked again when the index could not be written
    /// @param writes whether this process keeps it on disk
    static <I extends FollowedIndex> IndexFollowing<I> start(Catalog catalog, Subject<I> subject,
            IndexOpening.Opener<I> opener, boolean writes) throws IOException {
        return new IndexFollowing<>(catalog, subject, opener, writes).started();
    }

    private IndexFollowing<I> started() throws IOException {
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
        I before = index;
        before.stopWriting();
        index = opener.open();
        before.close();
        findPosition();
        broken = false;
    }

    /// An applier as [Changes] hand it to the catalog, which knows nothing of files; [#follow] tells the cause.
    static <C> Consumer<C> applying(Applier<C> applier) {
        return change -> {
            try {
                applier.apply(change);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private UncheckedIOException cannotBeWritten(Exception e) {
        broken = writes;
        IOException cause = e instanceof IOException io
                ? io
                : e.getCause() instanceof IOException io ? io : new IOException(e);
        return new UncheckedIOException("the index of " + subject.title() + " cannot be written; what it lacks is taken"
                + " from the catalog next time, so nothing is lost", cause);
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
    void follow() {
        following.lock();
        try {
            mend();
            reached = catalog.read(this::read);
            index.refresh();
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw cannotBeWritten(e);
        } finally {
            following.unlock();
        }
    }

    /// Follows, unless another thread does so at this moment.
    void followUnlessBusy() {
        if (following.tryLock()) {
            try {
                follow();
            } finally {
                following.unlock();
            }
        }
    }

    /// Brings the index to the revision of a session.
    private long read(CatalogSession session) {
        RevisionLog log = session.log();
        if (reached == log.revision()) {
            return reached;
        }
        try {
            if (reached > log.revision() || reached < log.purged()) {
                startAnew(log.identity());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        subject.changes().read(session, reached, index);
        return log.revision();
    }

    /// Makes the view durable as far as it has followed. The catalog is made durable first, so that a power failure
    /// never leaves a view ahead of its catalog. On the thread that writes the catalog.
    void commit() {
        following.lock();
        try {
            if (!writes || reached == durable) {
                return;
            }
            CatalogIdentity identity = catalog.writeDurably(session -> {
                session.log().reached(subject.name(), durable);
                return session.log().identity();
            });
            index.commit(new IndexPosition(identity, reached));
            durable = reached;
        } catch (IOException | AlreadyClosedException e) {
            throw cannotBeWritten(e);
        } finally {
            following.unlock();
        }
    }

    /// Searches the index as it is at this moment.
    @SuppressWarnings("ReferenceEquality") // whether it is still the same open index
    <T> T search(Search<I, T> search) {
        I searched = index;
        while (true) {
            try {
                return search.in(searched);
            } catch (AlreadyClosedException e) {
                if (index == searched) {
                    throw e;
                }
                searched = index; // it was opened again at this moment
            } catch (IOException e) {
                throw new UncheckedIOException("the index of " + subject.title() + " cannot be read", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + subject.title() + " cannot be closed", e);
        }
    }
}
