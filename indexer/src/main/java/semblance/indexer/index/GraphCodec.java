package semblance.indexer.index;

import java.util.function.BooleanSupplier;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/// Writes segments in Lucene's own format, with an HNSW graph where one will be searched: not in an index that is small
/// enough for scoring everything, nor in small segments. Making graphs is most of the work of an index.
///
/// Any Lucene of this version reads what it writes.
final class GraphCodec {
    /// Neighbours of a vector in the graph; twice as many on the lowest level.
    static final int MAX_CONN = 16;
    /// Candidates for these neighbours.
    static final int BEAM_WIDTH = 100;
    /// Up to so many vectors of a segment are scored as fast as the graph of another segment is searched.
    static final int FLAT_UP_TO = 10_000;

    private GraphCodec() {
    }

    /// @param graphs whether a segment that is about to be written may get a graph; asked on any thread
    static Codec of(BooleanSupplier graphs) {
        KnnVectorsFormat withGraph = format(FLAT_UP_TO);
        KnnVectorsFormat flat = format(Integer.MAX_VALUE);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return graphs.getAsBoolean() ? withGraph : flat;
            }
        };
    }

    /// Lucene does without a graph if it expects a search for so many neighbours to visit all vectors, which it expects to
    /// visit this number times the logarithm of all.
    private static KnnVectorsFormat format(int flatUpTo) {
        return new Lucene99HnswVectorsFormat(MAX_CONN, BEAM_WIDTH, 1, null, (int) (flatUpTo / Math.log(flatUpTo)));
    }
}
