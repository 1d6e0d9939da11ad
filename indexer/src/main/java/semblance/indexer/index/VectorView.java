package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongPredicate;

import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogException;
import semblance.indexer.catalog.CatalogIdentity;
import semblance.indexer.catalog.RevisionLog;
import semblance.model.EmbeddingSpace;

/// Keeps a vector index in step with the catalog it is a view of: reads what it has missed, and starts anew from the
/// catalog when the index belongs to another catalog or epoch, is ahead of it, has missed purged deletes, or is damaged.
/// Nothing is ever encoded for that.
///
/// [#follow] and [#commit] belong to one thread; [#nearest] to any.
public final class VectorView implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorView.class);
    private static final int ATTEMPTS_BESIDE_WRITER = 5;

    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final VectorIndex index;
    private final boolean writes;
    private long reached;
    private long durable;

    private VectorView(Catalog catalog, EmbeddingSpace space, VectorIndex index, boolean writes) {
        this.catalog = catalog;
        this.space = space;
        this.index = index;
        this.writes = writes;
    }

    /// Opens the view that this process keeps on disk, and brings it up to date. Of a catalog it is the only one.
    ///
    /// @param indexes the directory of all indexes
    public static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, Path indexes) {
        return openForWriting(catalog, space, indexes, VectorIndex.EXACT_UP_TO);
    }

    static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, Path indexes, int exactUpTo) {
        Path path = indexes.resolve(space.id());
        try {
            return new VectorView(catalog, space, openOrRebuild(path, exactUpTo), true).started();
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + path + " cannot be opened", e);
        }
    }

    private static VectorIndex openOrRebuild(Path path, int exactUpTo) throws IOException {
        Files.createDirectories(path);
        try {
            return VectorIndex.open(path, exactUpTo);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // A damaged index, or one of a Lucene that this one does not read: both come back from the catalog.
            LOG.warn("The index cannot be read and is built again from the catalog: {}", e.toString());
            deleteTree(path);
            Files.createDirectories(path);
            return VectorIndex.open(path, exactUpTo);
        }
    }

    /// Opens a view for searching only, beside a process that writes it or alone. What the index on disk has missed, or
    /// all of it, is taken from the catalog into memory; nothing on disk changes.
    public static VectorView openForReading(Catalog catalog, EmbeddingSpace space, Path indexes) {
        Path path = indexes.resolve(space.id());
        try {
            return new VectorView(catalog, space, openBesideWriter(path), false).started();
        } catch (IOException e) {
            throw new UncheckedIOException("no index could be opened in memory", e);
        }
    }

    private static VectorIndex openBesideWriter(Path path) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS_BESIDE_WRITER; attempt++) {
            try {
                return Files.isDirectory(path) && VectorIndex.exists(path)
                        ? VectorIndex.openOverlay(path, VectorIndex.EXACT_UP_TO)
                        : VectorIndex.inMemory(VectorIndex.EXACT_UP_TO);
            } catch (NoSuchFileException e) {
                // The writer has replaced its commit while this one was being opened: the next one is there already.
                LOG.debug("the index changed while it was opened (attempt {})", attempt, e);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The index cannot be read, searching the catalog itself: {}", e.toString());
                break;
            }
        }
        return VectorIndex.inMemory(VectorIndex.EXACT_UP_TO);
    }

    private VectorView started() throws IOException {
        try {
            CatalogIdentity identity = catalog.read(session -> session.log().identity());
            reached = index.position().filter(position -> position.catalog().equals(identity))
                    .map(IndexPosition::revision).filter(this::canContinueFrom).orElse(0L);
            if (reached == 0) {
                index.clear();
            }
            durable = reached;
            follow();
            return this;
        } catch (CatalogException | IOException | UncheckedIOException e) {
            index.close();
            throw e;
        }
    }

    private boolean canContinueFrom(long revision) {
        return catalog.read(session -> {
            RevisionLog log = session.log();
            return revision <= log.revision() && revision >= log.purged();
        });
    }

    /// Reads what has changed in the catalog since the last call, and lets searches see it.
    public void follow() {
        long before = reached;
        reached = catalog.read(session -> {
            session.embeddings().knownSpace(space).ifPresent(
                    spaceId -> session.embeddings().changesSince(before, spaceId, change -> {
                        try {
                            index.apply(change);
                        } catch (IOException e) {
                            throw new UncheckedIOException("the index of " + space.id() + " cannot be written", e);
                        }
                    }));
            return session.log().revision();
        });
        try {
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + space.id() + " cannot be written", e);
        }
    }

    /// Makes the view durable as far as it has followed. The catalog is made durable first, so that a power failure
    /// never leaves a view ahead of its catalog.
    public void commit() {
        if (!writes || reached == durable) {
            return;
        }
        CatalogIdentity identity = catalog.writeDurably(session -> {
            session.log().reached(space.id(), durable);
            return session.log().identity();
        });
        try {
            index.commit(new IndexPosition(identity, reached));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + space.id() + " cannot be written", e);
        }
        durable = reached;
    }

    /// Finds the k photos nearest to a query; see [Nearest].
    ///
    /// @param query   L2 norm 1, of the space's dimension
    /// @param allowed which photos may be found
    public Nearest nearest(float[] query, int k, LongPredicate allowed) {
        try {
            return index.nearest(query, k, allowed);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + space.id() + " cannot be read", e);
        }
    }

    /// Photos that a search can find at present.
    public long photos() {
        try {
            return index.photos();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of " + space.id() + " cannot be read", e);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
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
