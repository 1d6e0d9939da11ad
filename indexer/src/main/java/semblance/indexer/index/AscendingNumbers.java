package semblance.indexer.index;

import java.io.IOException;

import org.apache.lucene.search.AbstractDocIdSetIterator;

/// Goes through numbers in ascending order.
final class AscendingNumbers extends AbstractDocIdSetIterator {
    private final int[] numbers;
    private int next;

    AscendingNumbers(int[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public int nextDoc() {
        doc = next < numbers.length ? numbers[next++] : NO_MORE_DOCS;
        return doc;
    }

    @Override
    public int advance(int target) throws IOException {
        return slowAdvance(target);
    }

    @Override
    public long cost() {
        return numbers.length;
    }
}
