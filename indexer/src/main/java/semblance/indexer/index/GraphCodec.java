package semblance.indexer.index;

import java.util.function.BooleanSupplier;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/// Writes segments in Lucene's own format, with an HNSW graph where one will be searched: not in an index that is small
/// enough for scoring everything, nor in small segments. Making graphs is most of the work of an index.
///
/// Any Lucene of this version reads what it writes; [SegmentVectors] reads nothing else.
final class GraphCodec {
    /// Neighbours of a vector in the graph at most; twice as many on the lowest level. Few have so many: the bound is high so
    /// that hardly any vector loses a neighbour that leads to it.
    private static final int MAX_CONN = 64;
    /// Candidates for these neighbours.
    private static final int BEAM_WIDTH = 100;

    private GraphCodec() {
    }

    /// @param graphs   whether a segment that is about to be written may get a graph; asked on any thread
    /// @param flatUpTo a segment of so many vectors has none
    static Codec of(BooleanSupplier graphs, int flatUpTo) {
        KnnVectorsFormat withGraph = format(flatUpTo);
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
        int neighbours = flatUpTo < 2 ? 0 : (int) (flatUpTo / Math.log(flatUpTo));
        return new Lucene99HnswVectorsFormat(MAX_CONN, BEAM_WIDTH, 1, null, neighbours);
    }
}
