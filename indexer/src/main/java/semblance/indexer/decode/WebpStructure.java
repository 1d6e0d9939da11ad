package semblance.indexer.decode;

import java.util.Arrays;

/// The chunks of a WebP file: the size of its canvas and its orientation.
record WebpStructure(int width, int height, Orientation orientation) {
    private static final int FIRST_CHUNK = 12;

    /// The file with zeros for what it announces and does not have, which decoders take for a picture's end; as it is if it
    /// has all, or less than a quarter.
    static byte[] filledUp(byte[] content) {
        long announced = FIRST_CHUNK - 4 + Bytes.uint32Little(content, 4);
        return announced > content.length && announced / 4 <= content.length
                ? Arrays.copyOf(content, (int) Math.min(Integer.MAX_VALUE - 8, announced))
                : content;
    }

    static WebpStructure read(byte[] content) throws DecodeException {
        int width = 0;
        int height = 0;
        Orientation orientation = Orientation.UPRIGHT;
        for (long next = FIRST_CHUNK; next + 18 <= content.length;) {
            int data = (int) next + 8;
            long length = Bytes.uint32Little(content, data - 4);
            String type = Bytes.fourCharacters(content, data - 8);
            if (type.equals("EXIF")) {
                byte[] block = Arrays.copyOfRange(content, data, (int) Math.min(content.length, data + length));
                orientation = TiffDirectory.exifOrientation(block);
            } else if (width == 0) {
                // The first of these chunks counts: an extended file's canvas comes before its frames.
                switch (type) {
                    case "VP8X" -> {
                        width = 1 + Bytes.uint24Little(content, data + 4);
                        height = 1 + Bytes.uint24Little(content, data + 7);
                    }
                    case "VP8 " -> {
                        width = Bytes.uint16Little(content, data + 6) & 0x3fff;
                        height = Bytes.uint16Little(content, data + 8) & 0x3fff;
                    }
                    case "VP8L" -> {
                        long bits = Bytes.uint32Little(content, data + 1);
                        width = 1 + (int) (bits & 0x3fff);
                        height = 1 + (int) (bits >> 14 & 0x3fff);
                    }
                    default -> {
                        // Profiles, animation settings and texts have no size.
                    }
                }
            }
            next = data + length + (length & 1);
        }
        if (width == 0 || height == 0) {
            throw Failures.damaged();
        }
        return new WebpStructure(width, height, orientation);
    }
}
