package semblance.indexer.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The chunks of a PNG.
///
/// @param bitDepth   per sample, 1 to 16
/// @param colourType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
record PngStructure(int width, int height, int bitDepth, int colourType, Orientation orientation) {
    private static final int SIGNATURE = 8;
    private static final int FIRST_DATA = 16;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT");
    private static final Pattern XMP_ORIENTATION = Pattern.compile("tiff:Orientation(?:=[\"']|>)([1-8])[\"'<]");
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    static PngStructure read(byte[] content) throws DecodeException {
        if (content.length < 33 || !Bytes.matches(content, 12, "IHDR")) {
            throw Failures.damaged();
        }
        long width = Bytes.uint32(content, FIRST_DATA);
        long height = Bytes.uint32(content, FIRST_DATA + 4);
        int bitDepth = content[FIRST_DATA + 8];
        int colourType = content[FIRST_DATA + 9];
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || !isDefined(bitDepth, colourType)) {
            throw Failures.damaged();
        }
        return new PngStructure((int) width, (int) height, bitDepth, colourType, orientation(content));
    }

    /// As the file's EXIF data say; where they say nothing, as the same data say that were written as a text, or XMP.
    private static Orientation orientation(byte[] content) {
        for (int offset = SIGNATURE; offset + 12 <= content.length;) {
            int end = end(content, offset);
            if (end > content.length) {
                break;
            }
            if (Bytes.matches(content, offset + 4, "eXIf")) {
                byte[] block = Arrays.copyOfRange(content, offset + 8, end - 4);
                if (TiffDirectory.statesOrientation(block)) {
                    return TiffDirectory.exifOrientation(block);
                }
            }
            offset = end;
        }
        PngTexts texts = PngTexts.of(content);
        if (TiffDirectory.statesOrientation(texts.exif())) {
            return TiffDirectory.exifOrientation(texts.exif());
        }
        Matcher stated = XMP_ORIENTATION.matcher(new String(texts.xmp(), StandardCharsets.ISO_8859_1));
        return stated.find() ? Orientation.ofExif(stated.group(1).charAt(0) - '0') : Orientation.UPRIGHT;
    }

    /// A file that holds pixels and nothing else.
    ///
    /// @param whole whether nothing had to be put right
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file on their way to a decoder
    record Pixels(byte[] file, boolean whole) {
    }

    /// The same picture without anything but its pixels: no profiles, no texts, and of an animation its still picture.
    /// Wrong checksums are put right, and what is cut off ends where the file does.
    ///
    /// @throws DecodeException if nothing of the picture's data is there
    static Pixels pixelsOnly(byte[] content) throws DecodeException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(content.length);
        pixels.write(content, 0, SIGNATURE);
        boolean hasData = false;
        boolean whole = true;
        for (int offset = SIGNATURE; offset + 12 <= content.length;) {
            int end = end(content, offset);
            String type = Bytes.fourCharacters(content, offset + 4);
            if (type.equals("IEND")) {
                break;
            }
            if (PIXELS.contains(type)) {
                whole &= writeIntact(content, offset, end, pixels);
                hasData |= type.equals("IDAT");
            }
            offset = end;
        }
        if (!hasData) {
            throw Failures.damaged();
        }
        pixels.writeBytes(END);
        return new Pixels(pixels.toByteArray(), whole);
    }

    /// Samples per pixel that decoders put out; they spread palettes.
    int samples() {
        return switch (colourType) {
            case 0 -> 1;
            case 2 -> 3;
            default -> 4;
        };
    }

    private static boolean isDefined(int bitDepth, int colourType) {
        return switch (colourType) {
            case 0 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
            case 3 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case 2, 4, 6 -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }

    /// Where the chunk ends, or just behind the content if it claims more than is there.
    private static int end(byte[] content, int offset) {
        return (int) Math.min(content.length + 1L, offset + 12 + Bytes.uint32(content, offset));
    }

    /// Writes a chunk with the length and the checksum that it ought to have.
    ///
    /// @return whether it had them
    private static boolean writeIntact(byte[] content, int offset, int end, ByteArrayOutputStream out) {
        boolean cut = end > content.length;
        int data = (cut ? content.length : end - 4) - offset - 8;
        CRC32 checksum = new CRC32();
        checksum.update(content, offset + 4, data + 4);
        if (!cut && checksum.getValue() == Bytes.uint32(content, end - 4)) {
            out.write(content, offset, end - offset);
            return true;
        }
        out.writeBytes(ByteBuffer.allocate(4).putInt(data).array());
        out.write(content, offset + 4, data + 4);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        return false;
    }
}
