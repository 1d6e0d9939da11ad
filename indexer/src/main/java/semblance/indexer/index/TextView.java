package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogIdentity;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.PhotoText;
import semblance.indexer.catalog.RevisionLog;

/// Keeps the index of texts in step with the catalog it is a view of, as [VectorView] does for vectors: it starts anew from
/// the catalog when the index belongs to another one or another epoch, is ahead of it, has missed purged deletes, or is
/// damaged. Each search sees the catalog as it is by then, or as it was a moment ago while another thread follows.
///
/// Thread-safe, but for [#commit].
public final class TextView implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TextView.class);
    /// Of the view among those of the catalog, and of its directory among the indexes.
    private static final String NAME = "photos";
    private static final int ATTEMPTS_BESIDE_WRITER = 5;

    private final Catalog catalog;
    private final Opener opener;
    private final boolean writes;
    private final ReentrantLock following = new ReentrantLock();
    private volatile TextIndex index;
    private boolean broken;
    private long reached;
    private long durable;

    private TextView(Catalog catalog, Opener opener, boolean writes) throws IOException {
        this.catalog = catalog;
        this.opener = opener;
        this.index = opener.open();
        this.writes = writes;
    }

    /// Opens the index of a view.
    @FunctionalInterface
    interface Opener {
        TextIndex open() throws IOException;
    }

    /// Opens the view that this process keeps on disk, and brings it up to date. Of a catalog it is the only one.
    ///
    /// @param indexes the directory of all indexes
    public static TextView openForWriting(Catalog catalog, Path indexes) {
        Path path = indexes.resolve(NAME);
        try {
            return openForWriting(catalog, () -> openOrRebuild(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + path + " cannot be opened", e);
        }
    }

    /// @param opener asked again when the index could not be written
    static TextView openForWriting(Catalog catalog, Opener opener) throws IOException {
        return new TextView(catalog, opener, true).started();
    }

    private static TextIndex openOrRebuild(Path path) throws IOException {
        Files.createDirectories(path);
        try {
            return TextIndex.open(path);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Lucene throws whatever damaged bytes lead to.
            LOG.warn("The index of texts is damaged or of another version; it is built again from the catalog.");
            LOG.debug("the index cannot be read", e);
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            return TextIndex.open(path);
        }
    }

    /// Opens a view for searching only, beside a process that writes it or alone. What the index on disk has missed, or
    /// all of it, is taken from the catalog into memory; nothing on disk changes.
    public static TextView openForReading(Catalog catalog, Path indexes) {
        Path path = indexes.resolve(NAME);
        try {
            return new TextView(catalog, () -> openBesideWriter(path), false).started();
        } catch (IOException e) {
            throw new UncheckedIOException("no index could be opened in memory", e);
        }
    }

    private static TextIndex openBesideWriter(Path path) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS_BESIDE_WRITER && Files.isDirectory(path); attempt++) {
            try (Directory directory = FSDirectory.open(path)) {
                return DirectoryReader.indexExists(directory) ? TextIndex.openOverlay(path) : TextIndex.inMemory();
            } catch (IOException | RuntimeException e) {
                // Perhaps the writer has replaced its commit while this one was being opened: then the next one is there.
                LOG.debug("the index of texts cannot be read (attempt {})", attempt, e);
            }
        }
        return TextIndex.inMemory();
    }

    private TextView started() throws IOException {
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

    /// Opens the index again after it could not be written: Lucene's writer is closed for good by that.
    private void mend() throws IOException {
        if (!broken) {
            return;
        }
        TextIndex before = index;
        before.stopWriting();
        index = opener.open();
        before.close();
        findPosition();
        broken = false;
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

    private UncheckedIOException cannotBeWritten(Exception e) {
        broken = writes;
        IOException cause = e instanceof IOException io
                ? io
                : e.getCause() instanceof IOException io ? io : new IOException(e);
        return new UncheckedIOException("the index of texts cannot be written; what it lacks is taken from the catalog"
                + " next time, so nothing is lost", cause);
    }

    /// Reads what has changed in the catalog since the last call, and lets searches see it.
    public void follow() {
        following.lock();
        try {
            mend();
            long before = reached;
            reached = catalog.read(this::read);
            if (reached != before) {
                index.refresh();
            }
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw cannotBeWritten(e);
        } finally {
            following.unlock();
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
        session.texts().changesSince(reached, this::apply);
        return log.revision();
    }

    private void apply(PhotoText text) {
        try {
            index.apply(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the view durable as far as it has followed; see [VectorView#commit]. On the thread that writes the catalog.
    public void commit() {
        following.lock();
        try {
            if (!writes || reached == durable) {
                return;
            }
            CatalogIdentity identity = catalog.writeDurably(session -> {
                session.log().reached(NAME, durable);
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

    /// Finds the photos in whose texts words of a query stand, best first, [TextIndex#MOST] at most.
    ///
    /// @param allowed which photos may be found
    public List<TextHit> find(TextQuery query, LongPredicate allowed) {
        if (following.tryLock()) {
            try {
                follow();
            } catch (UncheckedIOException e) {
                LOG.warn("{}", e.getMessage());
                LOG.debug("the index of texts cannot be written", e);
            } finally {
                following.unlock();
            }
        }
        return search(searched -> searched.find(query, allowed));
    }

    /// Photos with texts that a search can find at present.
    public long photos() {
        return search(TextIndex::photos);
    }

    /// Something to find in the index.
    @FunctionalInterface
    private interface Search<T> {
        T in(TextIndex index) throws IOException;
    }

    private <T> T search(Search<T> search) {
        TextIndex searched = index;
        while (true) {
            try {
                return search.in(searched);
            } catch (AlreadyClosedException e) {
                if (index == searched) {
                    throw e;
                }
                searched = index; // it was opened again at this moment
            } catch (IOException e) {
                throw new UncheckedIOException("the index of texts cannot be read", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of texts cannot be closed", e);
        }
    }
}
