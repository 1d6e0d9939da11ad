package semblance.indexer.index;

import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;

import semblance.indexer.catalog.PhotoText;
import semblance.indexer.catalog.TextSource;

/// How the texts of a photo lie in Lucene: one document each, a Lucene field for each source.
final class TextDocuments {
    /// Raised when documents or the analyzer change: an index of another format is built anew.
    static final String FORMAT = "1";
    /// The photo's id, as a number to read.
    static final String PHOTO = "photo";
    private static final String KEY = "key";

    private TextDocuments() {
    }

    static Term key(long photoId) {
        return new Term(KEY, Long.toString(photoId));
    }

    static String field(TextSource source) {
        return source.name();
    }

    static Document of(PhotoText text) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(text.photoId()), Field.Store.NO));
        document.add(new NumericDocValuesField(PHOTO, text.photoId()));
        for (Map.Entry<TextSource, List<String>> texts : text.texts().entrySet()) {
            texts.getValue().forEach(value -> document
                    .add(new TextField(field(texts.getKey()), TextAnalyzer.plain(value), Field.Store.NO)));
        }
        return document;
    }
}
