package semblance.indexer.index;

import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// The documents of a segment that a search may find, counted.
final class AcceptedDocuments extends AcceptDocs {
    private final FixedBitSet documents;
    private final int count;

    AcceptedDocuments(FixedBitSet documents) {
        this.documents = documents;
        this.count = documents.cardinality();
    }

    @Override
    public Bits bits() {
        return documents;
    }

    @Override
    public DocIdSetIterator iterator() {
        return new BitSetIterator(documents, count);
    }

    @Override
    public int cost() {
        return count;
    }
}
