package semblance.indexer.index;

import java.io.IOException;
import java.util.function.LongPredicate;

import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.jspecify.annotations.Nullable;

/// Which documents of a segment belong to which photo, kept in memory (8 bytes and two bits a photo), so that a filter by
/// photo becomes one by document in a single pass. Immutable.
final class SegmentPhotos {
    private final int[] photoIds;
    private final FixedBitSet parents;
    private final int vectors;
    private final boolean graph;
    private final SegmentSample sample;

    private SegmentPhotos(int[] photoIds, FixedBitSet parents, SegmentSample sample, int vectors, boolean graph) {
        this.photoIds = photoIds;
        this.parents = parents;
        this.sample = sample;
        this.vectors = vectors;
        this.graph = graph;
    }

    /// Reads it from the segment's files.
    static SegmentPhotos of(LeafReader leaf) throws IOException {
        int[] photoIds = new int[leaf.maxDoc()];
        NumericDocValues ids = leaf.getNumericDocValues(VectorDocuments.PHOTO_ID);
        if (ids != null) {
            for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
                photoIds[doc] = Math.toIntExact(ids.longValue());
            }
        }
        FixedBitSet parents = new FixedBitSet(leaf.maxDoc());
        var postings = leaf.postings(VectorDocuments.parents());
        if (postings != null) {
            parents.or(postings);
        }
        FloatVectorValues values = leaf.getFloatVectorValues(VectorDocuments.VECTOR);
        HnswGraph graph = graph(leaf);
        return new SegmentPhotos(photoIds, parents, SegmentSample.of(values, graph), values == null ? 0 : values.size(),
                graph.size() > 0);
    }

    private static HnswGraph graph(LeafReader leaf) throws IOException {
        return leaf instanceof CodecReader codec
                && codec.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
                && fields.getFieldReader(VectorDocuments.VECTOR) instanceof HnswGraphProvider graphs
                        ? graphs.getGraph(VectorDocuments.VECTOR)
                        : HnswGraph.EMPTY;
    }

    /// How many documents the segment has.
    int documents() {
        return photoIds.length;
    }

    long photoId(int doc) {
        return photoIds[doc];
    }

    /// The last document of each block.
    FixedBitSet parents() {
        return parents;
    }

    /// How many vectors it has, those of deleted photos among them.
    int vectors() {
        return vectors;
    }

    /// Whether the vectors can be searched without looking at all of them.
    boolean hasGraph() {
        return graph;
    }

    /// Some of the vectors.
    SegmentSample sample() {
        return sample;
    }

    /// The documents with the vectors of some photos.
    FixedBitSet documents(LongPredicate allowed, @Nullable Bits live) {
        FixedBitSet documents = new FixedBitSet(Math.max(1, photoIds.length));
        int from = 0;
        while (from < photoIds.length) {
            int parent = parents.nextSetBit(from);
            if ((live == null || live.get(parent)) && allowed.test(photoIds[parent])) {
                documents.set(from, parent);
            }
            from = parent + 1;
        }
        return documents;
    }
}
