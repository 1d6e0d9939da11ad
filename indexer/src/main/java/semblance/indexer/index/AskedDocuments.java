package semblance.indexer.index;

import java.util.function.LongPredicate;

import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The documents of a segment that a search may find, each looked at when the search comes by.
final class AskedDocuments extends AcceptDocs implements Bits {
    private final SegmentPhotos photos;
    private final LongPredicate allowed;
    private final @Nullable Bits live;

    AskedDocuments(SegmentPhotos photos, LongPredicate allowed, @Nullable Bits live) {
        this.photos = photos;
        this.allowed = allowed;
        this.live = live;
    }

    /// Whether a document was not deleted.
    boolean isLive(int doc) {
        return live == null || live.get(doc);
    }

    @Override
    public boolean get(int doc) {
        return isLive(doc) && allowed.test(photos.photoId(doc));
    }

    @Override
    public int length() {
        return photos.documents();
    }

    @Override
    public Bits bits() {
        return this;
    }

    @Override
    public DocIdSetIterator iterator() {
        return new FilteredDocIdSetIterator(DocIdSetIterator.all(photos.documents())) {
            @Override
            protected boolean match(int doc) {
                return get(doc);
            }
        };
    }

    @Override
    public int cost() {
        return photos.vectors();
    }
}
