package semblance.indexer.index;

import java.io.IOException;

import org.apache.lucene.search.AbstractDocIdSetIterator;

/// Goes through numbers in ascending order.
final class SeedIterator extends AbstractDocIdSetIterator {
    private final int[] ordinals;
    private int next;

    SeedIterator(int[] ordinals) {
        this.ordinals = ordinals;
    }

    @Override
    public int nextDoc() {
        doc = next < ordinals.length ? ordinals[next++] : NO_MORE_DOCS;
        return doc;
    }

    @Override
    public int advance(int target) throws IOException {
        return slowAdvance(target);
    }

    @Override
    public long cost() {
        return ordinals.length;
    }
}
