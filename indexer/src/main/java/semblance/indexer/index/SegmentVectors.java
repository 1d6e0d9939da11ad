package semblance.indexer.index;

import java.io.IOException;

import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/// The way to a segment's vectors and to the HNSW graph over them, as [GraphCodec] writes them.
final class SegmentVectors {
    private SegmentVectors() {
    }

    /// The graph, for one thread; empty if the segment has none.
    static HnswGraph graph(LeafReader leaf) throws IOException {
        Lucene99HnswVectorsReader reader = reader(leaf);
        return reader == null ? HnswGraph.EMPTY : reader.getGraph(VectorDocuments.VECTOR);
    }

    /// What scores vectors by their numbers in the graph, for one thread. Scores are Lucene's.
    ///
    /// @throws IOException also if they are not in this format
    static RandomVectorScorer scorer(LeafReader leaf, float[] query) throws IOException {
        Lucene99HnswVectorsReader reader = reader(leaf);
        if (reader == null) {
            throw new IOException("No vectors that this version of the program reads in " + leaf);
        }
        return reader.getFlatVectorsReader().getRandomVectorScorer(VectorDocuments.VECTOR, query);
    }

    private static @Nullable Lucene99HnswVectorsReader reader(LeafReader leaf) {
        KnnVectorsReader reader = leaf instanceof CodecReader codec
                && codec.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
                        ? fields.getFieldReader(VectorDocuments.VECTOR)
                        : null;
        return reader instanceof Lucene99HnswVectorsReader own ? own : null;
    }
}
