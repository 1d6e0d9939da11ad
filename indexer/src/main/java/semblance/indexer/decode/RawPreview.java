package semblance.indexer.decode;

import java.util.Arrays;

/// The JPEG that a camera puts beside its raw data, for its own screen and for programs like this one. Makers hide it in
/// different places, some behind notes of their own; so all JPEGs in the file are looked for, and the largest is taken.
/// Raw data coded as lossless JPEG is passed over by its frame header.
///
/// @param jpeg        a file of its own
/// @param orientation how it is turned upright
@SuppressWarnings("ArrayRecordComponent") // bytes of a file on their way to a decoder
record RawPreview(byte[] jpeg, JpegStructure structure, Orientation orientation) {
    /// Finds the largest one.
    static RawPreview largest(byte[] content) throws DecodeException {
        int best = -1;
        long pixels = 0;
        int scan = 0;
        for (int at = 0; at + 4 < content.length; at++) {
            if (content[at] != (byte) 0xff || content[at + 1] != (byte) 0xd8 || content[at + 2] != (byte) 0xff) {
                continue;
            }
            JpegFrame frame = JpegFrame.at(content, at);
            if (frame.isCommon() && (long) frame.width() * frame.height() > pixels) {
                best = at;
                pixels = (long) frame.width() * frame.height();
                scan = frame.scan();
            }
        }
        if (best < 0) {
            throw Failures.unsupported("Raw photos in which the camera has put no preview");
        }
        byte[] jpeg = Arrays.copyOfRange(content, best, end(content, scan));
        JpegStructure structure = JpegStructure.read(jpeg);
        return new RawPreview(jpeg, structure,
                structure.isOriented() ? structure.orientation() : RawTiff.orientation(content));
    }

    PhotoHeader header() {
        return new PhotoHeader(PhotoFormat.RAW, structure.width(), structure.height(), orientation,
                structure.components(), 1, structure.isProgressive());
    }

    /// Behind the mark that ends a picture, which its coded data cannot hold.
    private static int end(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            if (content[at] == (byte) 0xff && content[at + 1] == (byte) 0xd9) {
                return at + 2;
            }
        }
        return content.length;
    }
}
