package semblance.indexer.index;

import org.apache.lucene.search.KnnCollector;

/// Collects neighbours of a graph search of one segment that may be among the best of all segments: what lies farther away
/// than those found so far need not be followed.
final class BoundedCollector extends KnnCollector.Decorator {
    private final float least;

    /// @param least Lucene's score below which nothing is of interest
    BoundedCollector(KnnCollector collector, float least) {
        super(collector);
        this.least = least;
    }

    @Override
    public float minCompetitiveSimilarity() {
        return Math.max(least, super.minCompetitiveSimilarity());
    }
}
