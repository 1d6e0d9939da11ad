package semblance.indexer.decode;

import java.util.Arrays;

/// The marker segments of a JPEG up to its first scan, read as forgivingly as decoders do: bytes between segments are
/// skipped.
///
/// @param frame      the frame header's marker, 0xC0 to 0xCF
/// @param precision  bits per sample
/// @param components per pixel: 1 grey, 3 colour, 4 CMYK
/// @param transform  the colour transform of Adobe's segment, -1 without one
/// @param isOriented whether its EXIF data states an orientation
/// @param scan       where the first scan begins
record JpegStructure(int frame, int precision, int width, int height, int components, int transform,
        Orientation orientation, boolean isOriented, int scan) {
    static final int NO_ADOBE_SEGMENT = -1;

    private static final int SCAN_HEADER = 64;
    private static final int LEAST_PIXELS_PER_BYTE = 1000;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;

    static JpegStructure read(byte[] content) throws DecodeException {
        int frameAt = 0;
        int transform = NO_ADOBE_SEGMENT;
        byte[] exif = {};
        int offset = 2;
        while (offset + 4 <= content.length) {
            int marker = content[offset + 1] & 0xff;
            if ((content[offset] & 0xff) != 0xff || marker == 0xff || marker == 0) {
                offset++;
                continue;
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                offset += 2;
                continue;
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            }
            int data = offset + 4;
            int end = offset + 2 + Bytes.uint16(content, offset + 2);
            if (isFrame(marker) && frameAt == 0 && data + 6 <= content.length) {
                frameAt = offset;
            } else if (marker == APP1 && exif.length == 0 && Bytes.matches(content, data, "Exif\0")) {
                exif = Arrays.copyOfRange(content, Math.min(data + 6, content.length),
                        Math.clamp(end, Math.min(data + 6, content.length), content.length));
            } else if (marker == APP14 && Bytes.matches(content, data, "Adobe") && data + 12 <= content.length) {
                transform = content[data + 11] & 0xff;
            }
            offset = Math.max(end, data);
        }
        if (frameAt == 0) {
            throw Failures.damaged();
        }
        return new JpegStructure(content[frameAt + 1] & 0xff, content[frameAt + 4] & 0xff,
                Bytes.uint16(content, frameAt + 7), Bytes.uint16(content, frameAt + 5), content[frameAt + 9] & 0xff,
                transform, TiffDirectory.exifOrientation(exif), TiffDirectory.statesOrientation(exif), offset);
    }

    /// Whether a file with this structure that breaks off holds enough of the picture to be seen: half a per cent of what a
    /// photo has. Decoders make up the rest of one that has less.
    ///
    /// @param length of the file, in bytes
    boolean showsAnything(int length) {
        return length - scan > SCAN_HEADER + (long) width * height / LEAST_PIXELS_PER_BYTE;
    }

    boolean isProgressive() {
        return frame == 0xc2 || frame == 0xca;
    }

    /// Whether decoders in use read it: 8 bits, sequential or progressive, Huffman or arithmetic coding.
    boolean isCommon() {
        return precision == 8 && (frame <= 0xc2 || frame == 0xc9 || frame == 0xca);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
