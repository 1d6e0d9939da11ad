package semblance.indexer.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Texts of which nobody says in which encoding they are, cleaned of what is no text.
final class WrittenText {
    /// Control characters, halves of characters, and what stands for one that could not be read.
    private static final Pattern NO_TEXT = Pattern
            .compile("[\\p{Cntrl}\\x{D800}-\\x{DFFF}\\x{FFFD}-\\x{FFFF}&&[^\\n\\t]]");
    private static final Charset LATIN = Charset.forName("windows-1252");
    /// What is longer is no title, keyword or camera but damage, or would only fill the catalog.
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_KEYWORDS = 1000;

    private WrittenText() {
    }

    /// Text that is UTF-8, or else what Windows and older cameras write. Latin text is hardly ever valid UTF-8 by chance.
    static String of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        try {
            return clean(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return clean(new String(bytes, LATIN));
        }
    }

    /// Text as Windows Explorer writes it into EXIF.
    static String utf16(byte @Nullable [] bytes) {
        return bytes == null ? "" : clean(new String(bytes, StandardCharsets.UTF_16LE));
    }

    /// Without control characters, blanks around, and what no text has that long.
    static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String shortened = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return NO_TEXT.matcher(shortened).replaceAll("").strip();
    }

    /// As [#clean], in one line.
    static String line(@Nullable String text) {
        String line = clean(text).replaceAll("\\s+", " ");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    /// Each once, whatever its capitals.
    static List<String> distinct(Collection<String> texts) {
        Map<String, String> found = new LinkedHashMap<>();
        texts.stream().map(WrittenText::line).filter(text -> !text.isEmpty()).limit(MOST_KEYWORDS)
                .forEach(text -> found.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
        return List.copyOf(found.values());
    }
}
