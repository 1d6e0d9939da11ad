package semblance.indexer.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/// The texts that a PNG carries beside its picture, and the blocks of metadata that ImageMagick and others write as
/// texts. What is garbled, or longer than any text, is not there.
public final class PngTexts {
    private static final int SIGNATURE = 8;
    private static final int LONGEST_KEYWORD = 79;
    private static final int LONGEST = 8 << 20;
    private static final byte[] NOTHING = {};
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record Text(byte[] data, boolean deflated) {
    }

    private final Map<String, Text> texts = new HashMap<>();

    private PngTexts() {
    }

    /// Finds the texts in a file, or in what is left of it.
    public static PngTexts of(byte[] png) {
        PngTexts found = new PngTexts();
        for (int offset = SIGNATURE; offset + 12 <= png.length;) {
            long end = offset + 12 + Bytes.uint32(png, offset);
            if (end > png.length) {
                break;
            }
            String type = Bytes.fourCharacters(png, offset + 4);
            if (type.equals("tEXt") || type.equals("zTXt") || type.equals("iTXt")) {
                found.add(type, png, offset + 8, (int) end - 4);
            }
            offset = (int) end;
        }
        return found;
    }

    private void add(String type, byte[] png, int from, int end) {
        int key = zero(png, from, Math.min(end, from + LONGEST_KEYWORD + 1));
        int data = key + 1;
        boolean deflated = type.equals("zTXt");
        if (type.equals("iTXt") && end - data >= 2) {
            deflated = png[data] == 1;
            data = zero(png, zero(png, data + 2, end) + 1, end) + 1; // behind the language and the keyword in it
        } else if (deflated) {
            data++;
        }
        if (key < end && data <= end) {
            texts.putIfAbsent(new String(png, from, key - from, StandardCharsets.ISO_8859_1),
                    new Text(Arrays.copyOfRange(png, data, end), deflated));
        }
    }

    /// Where the next zero is, or the end.
    private static int zero(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != 0) {
            at++;
        }
        return at;
    }

    /// A text as it was written, which is meant to be Latin or UTF-8; empty if there is none.
    ///
    /// @param keyword such as "Title"
    public byte[] text(String keyword) {
        Text text = texts.get(keyword);
        if (text == null) {
            return NOTHING;
        }
        if (!text.deflated) {
            return text.data;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(text.data))) {
            return in.readNBytes(LONGEST);
        } catch (IOException _) {
            return NOTHING; // garbled
        }
    }

    /// EXIF data that are written as a text, from their byte order mark on; empty if there are none.
    public byte[] exif() {
        byte[] own = behind(EXIF, profile("exif"));
        return own.length > 0 ? own : behind(EXIF, profile("APP1"));
    }

    /// The XMP packet; empty if there is none.
    public byte[] xmp() {
        for (byte[] packet : List.of(text("XML:com.adobe.xmp"), profile("xmp"))) {
            if (packet.length > 0) {
                return packet;
            }
        }
        return behind(XMP, profile("APP1"));
    }

    private static byte[] behind(String mark, byte[] block) {
        return Bytes.matches(block, 0, mark) ? Arrays.copyOfRange(block, mark.length(), block.length) : NOTHING;
    }

    /// A block in hexadecimal digits, behind its name and length.
    private byte[] profile(String name) {
        String[] lines = new String(text("Raw profile type " + name), StandardCharsets.ISO_8859_1).strip()
                .split("\\s+", 3);
        if (lines.length < 3) {
            return NOTHING;
        }
        try {
            byte[] block = HexFormat.of().parseHex(lines[2].replaceAll("\\s", ""));
            return Arrays.copyOf(block, Math.clamp(Long.parseLong(lines[1]), 0, block.length));
        } catch (IllegalArgumentException _) {
            return NOTHING; // no digits
        }
    }
}
