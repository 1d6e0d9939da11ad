package semblance.indexer.index;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;

/// Which vectors of a segment belong to which photo, and their sketches, kept in memory. The vectors are numbered as in the
/// graph (ordinals), in the order of their documents. Immutable.
final class SegmentPhotos {
    private final int[] photoIds;
    private final FixedBitSet parents;
    private final int[] docs;
    private final boolean graph;
    private final SegmentSketches sketches;

    private SegmentPhotos(int[] photoIds, FixedBitSet parents, int[] docs, SegmentSketches sketches, boolean graph) {
        this.photoIds = photoIds;
        this.parents = parents;
        this.docs = docs;
        this.sketches = sketches;
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
        FixedBitSet parents = new FixedBitSet(Math.max(1, leaf.maxDoc()));
        var postings = leaf.postings(VectorDocuments.parents());
        if (postings != null) {
            parents.or(postings);
        }
        FloatVectorValues values = leaf.getFloatVectorValues(VectorDocuments.VECTOR);
        int[] docs = new int[values == null ? 0 : values.size()];
        for (int ordinal = 0; values != null && ordinal < docs.length; ordinal++) {
            docs[ordinal] = values.ordToDoc(ordinal);
        }
        HnswGraph graph = SegmentVectors.graph(leaf);
        return new SegmentPhotos(photoIds, parents, docs, SegmentSketches.of(values, graph), graph.size() > 0);
    }

    long photoId(int doc) {
        return photoIds[doc];
    }

    /// How many vectors it has, those of deleted photos among them.
    int vectors() {
        return docs.length;
    }

    /// The document of a vector; ascending.
    int doc(int ordinal) {
        return docs[ordinal];
    }

    /// The vector of a document that has one.
    int ordinal(int doc) {
        return Arrays.binarySearch(docs, doc);
    }

    /// Whether a vector is the last of its photo.
    boolean isLast(int ordinal) {
        return parents.get(docs[ordinal] + 1);
    }

    /// Whether the vectors can be searched without looking at all of them.
    boolean hasGraph() {
        return graph;
    }

    SegmentSketches sketches() {
        return sketches;
    }
}
