package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.index.IndexFollowing.Subject;
import semblance.model.EmbeddingSpace;

/// Keeps a vector index in step with the catalog it is a view of: reads what it has missed, and starts anew from the
/// catalog when the index belongs to another catalog or epoch, is ahead of it, has missed purged deletes, or is damaged.
/// Nothing is ever encoded for that.
///
/// Thread-safe, but for [#commit].
public final class VectorView implements Closeable {
    private final IndexFollowing<VectorIndex> following;

    private VectorView(IndexFollowing<VectorIndex> following) {
        this.following = following;
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
            return openForWriting(catalog, space, () -> IndexOpening.forWriting(path,
                    () -> VectorIndex.open(path, exactUpTo, watch)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + path + " cannot be opened", e);
        }
    }

    /// @param opener asked again when the index could not be written
    static VectorView openForWriting(Catalog catalog, EmbeddingSpace space, IndexOpening.Opener<VectorIndex> opener)
            throws IOException {
        return new VectorView(IndexFollowing.start(catalog, subject(space), opener, true));
    }

    /// Opens a view for searching only, beside a process that writes it or alone. What the index on disk has missed, or
    /// all of it, is taken from the catalog into memory; nothing on disk changes.
    public static VectorView openForReading(Catalog catalog, EmbeddingSpace space, Path indexes) {
        Path path = indexes.resolve(space.id());
        try {
            return new VectorView(IndexFollowing.start(catalog, subject(space),
                    () -> IndexOpening.besideWriter(path,
                            () -> VectorIndex.openOverlay(path, VectorIndex.EXACT_UP_TO),
                            () -> VectorIndex.inMemory(VectorIndex.EXACT_UP_TO)),
                    false));
        } catch (IOException e) {
            throw new UncheckedIOException("no index could be opened in memory", e);
        }
    }

    private static Subject<VectorIndex> subject(EmbeddingSpace space) {
        return new Subject<>(space.id(), space.id(), (session, after, index) -> session.embeddings().knownSpace(space)
                .ifPresent(spaceId -> session.embeddings().changesSince(after, spaceId,
                        IndexFollowing.applying(index::apply))));
    }

    /// Reads what has changed in the catalog since the last call, and lets searches see it.
    public void follow() {
        following.follow();
    }

    /// Makes the view durable as far as it has followed. The catalog is made durable first, so that a power failure
    /// never leaves a view ahead of its catalog. On the thread that writes the catalog.
    public void commit() {
        following.commit();
    }

    /// Finds the k photos nearest to a query; see [Nearest].
    ///
    /// @param query   L2 norm 1, of the space's dimension
    /// @param allowed which photos may be found; asked on several threads at once
    public Nearest nearest(float[] query, int k, LongPredicate allowed) {
        return following.search(index -> index.nearest(query, k, allowed));
    }

    /// Finds out where a photo stands in the answer to a query. All photos are scored for that.
    ///
    /// @param among with which others it is compared, and itself
    /// @return nothing if searches cannot find it
    public Optional<Place> place(float[] query, long photoId, LongPredicate among) {
        return following.search(index -> index.place(query, photoId, among));
    }

    /// Photos that a search can find at present.
    public long photos() {
        return following.search(index -> index.photos());
    }

    @Override
    public void close() {
        following.close();
    }
}
