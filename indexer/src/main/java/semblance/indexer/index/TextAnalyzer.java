package semblance.indexer.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Makes words of names and sentences in any language: without capitals and accents, file names cut where they change
/// between letters and digits or small and capital letters, Chinese, Japanese and Korean in pairs of characters. No word is
/// reduced to a stem, since nobody knows the language of a name.
final class TextAnalyzer extends Analyzer {
    /// Kept apart by this, so that no phrase reaches from one text of a field to the next.
    private static final int BETWEEN_TEXTS = 100;
    private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private final boolean stores;

    private TextAnalyzer(boolean stores) {
        this.stores = stores;
    }

    /// For what is kept: a name that is cut is kept whole too, and single characters beside pairs.
    static TextAnalyzer ofStored() {
        return new TextAnalyzer(true);
    }

    /// For what is looked for.
    static TextAnalyzer ofQueries() {
        return new TextAnalyzer(false);
    }

    /// A text without accents in any script, where Lucene's folding knows Latin ones only.
    static String plain(String text) {
        return Normalizer.normalize(ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""),
                Normalizer.Form.NFKC);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new WordDelimiterGraphFilter(words,
                stores ? PARTS | WordDelimiterGraphFilter.CATENATE_ALL : PARTS, null);
        stream = stores ? new FlattenGraphFilter(stream) : stream;
        stream = new ASCIIFoldingFilter(new DecimalDigitFilter(new LowerCaseFilter(stream)));
        int all = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return new TokenStreamComponents(words, new CJKBigramFilter(stream, all, stores));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_TEXTS;
    }

    /// The words of a text in their order.
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", new StringReader(plain(text)))) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return words;
    }
}
