package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;

import semblance.indexer.catalog.VectorChange;

/// How a photo lies in the index: one block of documents, a child for each vector and the parent last, so that the best
/// part stands for the photo. All carry the photo's id.
final class VectorDocuments {
    static final String VECTOR = "vector";
    static final String PHOTO_ID = "photo_id";

    private static final String KIND = "kind";
    private static final String PARENT = "photo";
    private static final String KEY = "photo";
    private static final String PART = "part";
    private static final String AT_MS = "at_ms";
    private static final int WHOLE = 0;

    private VectorDocuments() {
    }

    static Term key(long photoId) {
        return new Term(KEY, Long.toString(photoId));
    }

    /// What the last document of each block has.
    static Term parents() {
        return new Term(KIND, PARENT);
    }

    static List<Document> block(VectorChange change) {
        List<Document> block = new ArrayList<>();
        for (VectorChange.Part part : change.parts()) {
            Document child = identified(change.photoId());
            child.add(new NumericDocValuesField(PART, part.number()));
            child.add(new NumericDocValuesField(AT_MS, part.atMs()));
            child.add(new KnnFloatVectorField(VECTOR, part.vector(), VectorSimilarityFunction.DOT_PRODUCT));
            block.add(child);
        }
        Document parent = identified(change.photoId());
        parent.add(new StringField(KIND, PARENT, Field.Store.NO));
        block.add(parent);
        return block;
    }

    /// Where in a video the frame lies that a document holds; [ScoredPhoto#NO_MOMENT] for a whole picture.
    ///
    /// @param doc of a part, in the whole reader
    static long moment(IndexReader reader, int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        return value(leaf, PART, doc) == WHOLE ? ScoredPhoto.NO_MOMENT : value(leaf, AT_MS, doc);
    }

    private static long value(LeafReaderContext leaf, String field, int doc) throws IOException {
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        values.advanceExact(doc - leaf.docBase);
        return values.longValue();
    }

    private static Document identified(long photoId) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(photoId), Field.Store.NO));
        document.add(new NumericDocValuesField(PHOTO_ID, photoId));
        return document;
    }
}
