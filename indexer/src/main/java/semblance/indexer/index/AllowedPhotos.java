package semblance.indexer.index;

import java.io.IOException;
import java.util.function.LongPredicate;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Lets through the photos that a test lets through.
final class AllowedPhotos extends Query {
    private final LongPredicate allowed;

    AllowedPhotos(LongPredicate allowed) {
        this.allowed = allowed;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                NumericDocValues photos = DocValues.getNumeric(leaf.reader(), TextDocuments.PHOTO);
                Scorer scorer = new ConstantScoreScorer(score(), mode, new TwoPhaseIterator(photos) {
                    @Override
                    public boolean matches() throws IOException {
                        return allowed.test(photos.longValue());
                    }

                    @Override
                    public float matchCost() {
                        return 10;
                    }
                });
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "allowed photos";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedPhotos photos && photos.allowed.equals(allowed);
    }

    @Override
    public int hashCode() {
        return classHash() ^ allowed.hashCode();
    }
}
