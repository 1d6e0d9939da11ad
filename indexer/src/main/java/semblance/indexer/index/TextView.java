package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.index.IndexFollowing.Subject;

/// Keeps the index of texts in step with the catalog it is a view of, as [VectorView] does for vectors: it starts anew from
/// the catalog when the index belongs to another one or another epoch, is ahead of it, has missed purged deletes, or is
/// damaged. Each search sees the catalog as it is by then, or as it was a moment ago while another thread follows.
///
/// Thread-safe, but for [#commit].
public final class TextView implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TextView.class);
    /// Of the view among those of the catalog, and of its directory among the indexes.
    private static final String NAME = "photos";
    private static final Subject<TextIndex> TEXTS = new Subject<>(NAME, "texts", (session, after, index) -> session
            .texts().changesSince(after, IndexFollowing.applying(index::apply)));

    private final IndexFollowing<TextIndex> following;

    private TextView(IndexFollowing<TextIndex> following) {
        this.following = following;
    }

    /// Opens the view that this process keeps on disk, and brings it up to date. Of a catalog it is the only one.
    ///
    /// @param indexes the directory of all indexes
    public static TextView openForWriting(Catalog catalog, Path indexes) {
        Path path = indexes.resolve(NAME);
        try {
            return openForWriting(catalog, () -> IndexOpening.forWriting(path, () -> TextIndex.open(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + path + " cannot be opened", e);
        }
    }

    /// @param opener asked again when the index could not be written
    static TextView openForWriting(Catalog catalog, IndexOpening.Opener<TextIndex> opener) throws IOException {
        return new TextView(IndexFollowing.start(catalog, TEXTS, opener, true));
    }

    /// Opens a view for searching only, beside a process that writes it or alone. What the index on disk has missed, or
    /// all of it, is taken from the catalog into memory; nothing on disk changes.
    public static TextView openForReading(Catalog catalog, Path indexes) {
        Path path = indexes.resolve(NAME);
        try {
            return new TextView(IndexFollowing.start(catalog, TEXTS,
                    () -> IndexOpening.besideWriter(path, () -> TextIndex.openOverlay(path), TextIndex::inMemory),
                    false));
        } catch (IOException e) {
            throw new UncheckedIOException("no index could be opened in memory", e);
        }
    }

    /// Reads what has changed in the catalog since the last call, and lets searches see it.
    public void follow() {
        following.follow();
    }

    /// Makes the view durable as far as it has followed; see [VectorView#commit]. On the thread that writes the catalog.
    public void commit() {
        following.commit();
    }

    /// Finds the photos in whose texts words of a query stand, best first, [TextIndex#MOST] at most.
    ///
    /// @param allowed which photos may be found
    public List<TextHit> find(TextQuery query, LongPredicate allowed) {
        try {
            following.followUnlessBusy();
        } catch (UncheckedIOException e) {
            LOG.warn("{}", e.getMessage());
            LOG.debug("the index of texts cannot be written", e);
        }
        return following.search(index -> index.find(query, allowed));
    }

    /// Photos with texts that a search can find at present.
    public long photos() {
        return following.search(TextIndex::photos);
    }

    @Override
    public void close() {
        following.close();
    }
}
